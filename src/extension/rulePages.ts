import * as vscode from 'vscode';

const SCHEME = 'model-trust';

/** Where a diagnostic's link leads: a page of our own, readable without a network. */
export const RULE_PAGES = `${SCHEME}:/rules/`;

const pageOf = (rule: string): vscode.Uri => vscode.Uri.parse(`${RULE_PAGES}${rule}.md`);

/** Serves the pages that the extension carries, and opens one. */
export function registerRulePages(context: vscode.ExtensionContext): vscode.Disposable[] {
  const folder = vscode.Uri.joinPath(context.extensionUri, 'dist', 'data', 'docs', 'rules');

  const provideTextDocumentContent = async (uri: vscode.Uri): Promise<string> => {
    const rule = /^\/rules\/([a-z][a-z-]*)\.md$/.exec(uri.path)?.[1];
    if (!rule) return 'There is no such page.';
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, `${rule}.md`)));
    } catch {
      // Whatever keeps the page away, the reader can only be told that it is not there.
      return `There is no page about the rule ${rule}.`;
    }
  };

  return [
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, { provideTextDocumentContent }),
    vscode.commands.registerCommand('modelTrust.explainRule', async (rule?: unknown) => {
      const chosen = typeof rule === 'string' ? rule : await chooseRule(context);
      if (chosen) await showPage(pageOf(chosen));
    }),
  ];
}

async function showPage(page: vscode.Uri): Promise<void> {
  const hasPreview = vscode.extensions.getExtension('vscode.markdown-language-features') !== undefined;
  if (hasPreview) await vscode.commands.executeCommand('markdown.showPreview', page);
  else await vscode.window.showTextDocument(page);
}

async function chooseRule(context: vscode.ExtensionContext): Promise<string | undefined> {
  const choice = await vscode.window.showQuickPick(rulesOf(context.extension.packageJSON), {
    title: 'Model Trust: Explain Rule',
    placeHolder: 'Which rule?',
    matchOnDescription: true,
  });
  return choice?.label;
}

interface Manifest {
  readonly contributes?: {
    readonly configuration?: readonly {
      readonly properties?: Record<string, { readonly properties?: Record<string, { readonly description?: string }> }>;
    }[];
  };
}

/** The rules as the manifest lists them for the setting `modelTrust.rules`. */
function rulesOf(manifest: Manifest): vscode.QuickPickItem[] {
  const groups = manifest.contributes?.configuration ?? [];
  const rules = groups.map(group => group.properties?.['modelTrust.rules']?.properties).find(found => found);
  return Object.entries(rules ?? {}).map(([label, { description = '' }]) => ({ label, description }));
}
