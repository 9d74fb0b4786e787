import * as vscode from 'vscode';

const SAMPLE = `from transformers import AutoModel, pipeline

# The publisher is EleutherAI: two letters of this name have changed places.
model = AutoModel.from_pretrained("EluetherAI/gpt-j-6B")

# Hours old when it was the most popular repo of the Hub. Its card told people to run a script.
redact = pipeline("token-classification", model="Open-OSS/privacy-filter")

# An ordinary reference: nothing is marked.
embed = AutoModel.from_pretrained("sentence-transformers/all-MiniLM-L6-v2")
`;

/** A text to try it out on. Nothing of it is ever run. */
export async function openSample(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'python', content: SAMPLE });
  await vscode.window.showTextDocument(document);
}

/** Tells the walkthrough once a mark of ours has been seen. */
export function noteFirstMark(): vscode.Disposable {
  const listening = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
    const marked = uris.some(uri =>
      vscode.languages.getDiagnostics(uri).some(({ source }) => source === 'model-trust'),
    );
    if (!marked) return;
    void vscode.commands.executeCommand('setContext', 'modelTrust.marked', true);
    listening.dispose();
  });
  return listening;
}
