import { homedir } from 'node:os';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { loadEngine } from '../workspace/loadEngine.ts';
import { scan } from '../workspace/scan.ts';
import { surroundingsIn } from '../workspace/surroundings.ts';
import { startSession } from './session.ts';

const HELP = `model-trust-language-server: trust hints for Hugging Face model ids, in any editor that speaks LSP

Usage: model-trust-language-server --stdio

  --stdio      speak over standard input and output
  --node-ipc   speak over Node's channel to the parent process
  --help       this text
  --version    the version

initializationOptions, all optional:
  docsUri            folder of the rule pages as a URI ending in /
  workspaceTrusted   false: comments in the files do not silence findings
  ignoreInWorkspace  true: the client has the command modelTrust.ignoreInWorkspace
  diagnosticsInHover true: the editor's hover shows diagnostics by itself, ours shortens them
  settings           the settings modelTrust.* as one object, for clients without workspace/configuration
`;

main(process.argv.slice(2));

function main(args: readonly string[]): void {
  if (args.includes('--help') || args.includes('-h')) process.stdout.write(HELP);
  else if (args.includes('--version')) process.stdout.write(`${version}\n`);
  else if (args.includes('--stdio') || args.includes('--node-ipc')) serve();
  else {
    process.stderr.write(`Say how to speak: --stdio or --node-ipc.\n\n${HELP}`);
    process.exitCode = 2;
  }
}

function serve(): void {
  const connection = createConnection(ProposedFeatures.all);
  const environment = { variables: process.env, home: homedir() };
  // The last door: what no handler's guard saw is written down, and the editor keeps its server.
  process.on('uncaughtException', error => connection.console.error(error.stack ?? error.message));
  process.on('unhandledRejection', reason => connection.console.error(String(reason)));
  startSession(
    connection,
    {
      loadEngine: advisories => loadEngine({ advisories }),
      surroundings: (folder, engine) => surroundingsIn(folder, engine, environment),
      scan: (engine, roots, options) => scan(engine, roots, { ...options, threads: true }),
      docsUri: new URL('./data/docs/rules/', import.meta.url).href,
    },
    version,
  );
}
