import { PassThrough } from 'node:stream';
import {
  type CodeAction,
  type CodeActionParams,
  CodeActionRequest,
  ConfigurationRequest,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type Hover,
  HoverRequest,
  type InitializeParams,
  InitializeRequest,
  LogMessageNotification,
  MessageType,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  RegistrationRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { nothingAround } from '../../src/core/rules/rule.ts';
import { methods, type Status } from '../../src/protocol.ts';
import { startSession } from '../../src/server/session.ts';
import type { World } from '../../src/server/world.ts';
import { policyText } from '../../src/workspace/policyFile.ts';
import { scan } from '../../src/workspace/scan.ts';
import { shippedEngine } from '../support/engine.ts';

export interface EditorOptions {
  readonly world?: Partial<World>;
  readonly initializationOptions?: unknown;
  readonly workspaceFolders?: InitializeParams['workspaceFolders'];
  readonly capabilities?: InitializeParams['capabilities'];
  /** Answers to `workspace/configuration`, by resource; what is changed here is told by `settingsChanged`. */
  readonly settings?: (scopeUri: string | undefined) => unknown;
}

const CAPABILITIES: InitializeParams['capabilities'] = {
  workspace: { configuration: true, workspaceEdit: { documentChanges: true }, workspaceFolders: true },
  textDocument: {
    hover: { contentFormat: ['markdown', 'plaintext'] },
    publishDiagnostics: {
      relatedInformation: true,
      versionSupport: true,
      codeDescriptionSupport: true,
      dataSupport: true,
    },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
  },
};

/** An editor that speaks to a real session over two pipes. */
export async function openEditor(options: EditorOptions = {}) {
  const [up, down] = [new PassThrough(), new PassThrough()];
  startSession(
    createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)),
    {
      loadEngine: async () => ({ engine: shippedEngine(), warnings: [] }),
      surroundings: () => () => nothingAround,
      scan,
      policyText,
      docsUri: 'file:///docs/',
      // Nobody is reached unless a test says whom.
      hub: { variables: {} },
      ...options.world,
    },
    '1.2.3',
  );
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const published: PublishDiagnosticsParams[] = [];
  /** Warnings and errors: what it says of its work in peace is not kept. */
  const logged: string[] = [];
  const statuses: Status[] = [];
  const waiting = new Set<() => void>();
  client.onNotification(PublishDiagnosticsNotification.type, params => {
    published.push(params);
    for (const look of waiting) look();
  });
  client.onNotification(LogMessageNotification.type, ({ type, message }) => {
    if (type <= MessageType.Warning) logged.push(message);
  });
  client.onNotification(methods.status, (status: Status) => void statuses.push(status));
  client.onRequest(ConfigurationRequest.type, ({ items }) =>
    items.map(({ scopeUri }) => options.settings?.(scopeUri) ?? {}),
  );
  client.onRequest(RegistrationRequest.type, () => {});
  client.listen();
  const initialized = await client.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    capabilities: options.capabilities ?? CAPABILITIES,
    workspaceFolders: options.workspaceFolders ?? null,
    ...(options.initializationOptions !== undefined && {
      initializationOptions: options.initializationOptions as object,
    }),
  });
  await client.sendNotification('initialized', {});

  /** Waits for a publication that fits; looks at those after the `from`-th. */
  function publication(
    fits: (params: PublishDiagnosticsParams) => boolean,
    from = 0,
  ): Promise<PublishDiagnosticsParams> {
    return new Promise((resolve, reject) => {
      const stop = setTimeout(() => {
        waiting.delete(look);
        reject(new Error(`no such publication; there were ${JSON.stringify(published.slice(from)).slice(0, 2000)}`));
      }, 10_000);
      const look = (): void => {
        const found = published.slice(from).find(fits);
        if (!found) return;
        clearTimeout(stop);
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  }

  return {
    client: client as ProtocolConnection,
    initialized,
    published,
    logged,
    statuses,
    publication,
    open: (uri: string, text: string, languageId = 'python') => openDocument(uri, text, languageId),
    async close() {
      await client.sendRequest('shutdown');
      client.dispose();
      up.destroy();
      down.destroy();
    },
  };

  async function openDocument(uri: string, text: string, languageId: string) {
    let document = TextDocument.create(uri, languageId, 1, text);
    await client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    const ours = { uri };
    return {
      text: () => document.getText(),
      version: () => document.version,
      /** The diagnostics of the present version. */
      async diagnostics(): Promise<Diagnostic[]> {
        return (await publication(one => one.uri === uri && one.version === document.version)).diagnostics;
      },
      async edit(range: Range, newText: string): Promise<void> {
        const version = document.version + 1;
        document = TextDocument.update(document, [{ range, text: newText }], version);
        await client.sendNotification('textDocument/didChange', {
          textDocument: { uri, version },
          contentChanges: [{ range, text: newText }],
        });
      },
      async replace(newText: string): Promise<void> {
        const version = document.version + 1;
        document = TextDocument.update(document, [{ text: newText }], version);
        await client.sendNotification('textDocument/didChange', {
          textDocument: { uri, version },
          contentChanges: [{ text: newText }],
        });
      },
      hover: (wanted: string): Promise<Hover | null> =>
        client.sendRequest(HoverRequest.type, {
          textDocument: ours,
          position: document.positionAt(document.getText().indexOf(wanted) + 1),
        }),
      async actions(range: Range, diagnostics: Diagnostic[]): Promise<CodeAction[]> {
        const params: CodeActionParams = { textDocument: ours, range, context: { diagnostics } };
        return ((await client.sendRequest(CodeActionRequest.type, params)) ?? []) as CodeAction[];
      },
      /** Applies an action as an editor does: refused when its version is gone. */
      async apply(action: CodeAction): Promise<void> {
        const [change] = action.edit!.documentChanges as TextDocumentEdit[];
        if (change!.textDocument.version !== document.version) throw new Error('the edit is for another version');
        const edits = change!.edits as Parameters<typeof TextDocument.applyEdits>[1];
        const edited = TextDocument.applyEdits(document, edits);
        const version = document.version + 1;
        document = TextDocument.create(uri, languageId, version, edited);
        await client.sendNotification('textDocument/didChange', {
          textDocument: { uri, version },
          contentChanges: [{ text: edited }],
        });
      },
      close: () => client.sendNotification('textDocument/didClose', { textDocument: ours }),
    };
  }
}

export type Editor = Awaited<ReturnType<typeof openEditor>>;

/** Rules of these marks, and those that a mark stands for. */
export const rulesTold = ({ diagnostics }: Pick<PublishDiagnosticsParams, 'diagnostics'>): unknown[] =>
  diagnostics.flatMap(({ code, message }) => [
    code,
    ...(/ Also found here: ([a-z, -]+)\.$/.exec(String(message))?.[1]?.split(', ') ?? []),
  ]);
