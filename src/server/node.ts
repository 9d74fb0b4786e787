import { homedir } from 'node:os';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import type { Exchange } from '../hub/exchange.ts';
import { factsFolder } from '../hub/factsFolder.ts';
import { ownExchange } from '../hub/ownExchange.ts';
import { lineHistory } from '../workspace/lineHistory.ts';
import { loadEngine } from '../workspace/loadEngine.ts';
import { policyText } from '../workspace/policyFile.ts';
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
  openReport         true: the client has the command modelTrust.openReport
  diagnosticsInHover true: the editor's hover shows diagnostics by itself, ours shortens them
  hubFetch           true: the client answers modelTrust/hubFetch, and look-ups go through it alone
  signedIn           true: the client adds a token to what it fetches
  tokenMark          stands for that token, and is another one for another token; without it nothing that
                     the token shows is kept on the disk for later sessions
  environmentToken   true: the server's own look-ups send HF_TOKEN to huggingface.co, or to HF_ENDPOINT
  settings           the settings modelTrust.* as one object, for clients without workspace/configuration

Repos that a text names are looked up at the setting modelTrust.hubUrl, else at HF_ENDPOINT, else at huggingface.co; the
setting modelTrust.lookUps: false turns that off.
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
      policyText,
      hub: {
        variables: process.env,
        // A host without a fetch still has its editor's.
        ...(typeof fetch === 'function' && { exchange: whenAsked(process.env) }),
        cacheFolder: factsFolder(environment, process.platform),
      },
      history: lineHistory(),
      docsUri: new URL('./data/docs/rules/', import.meta.url).href,
    },
    version,
  );
}

/** What a proxy needs is large: it is loaded with the first request, if at all. */
function whenAsked(variables: NodeJS.ProcessEnv): Exchange {
  let own: ReturnType<typeof ownExchange> | undefined;
  return async request => {
    own ??= ownExchange(variables);
    const exchange = await own;
    if ('problem' in exchange) throw new Error(exchange.problem);
    return exchange(request);
  };
}
