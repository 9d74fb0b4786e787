import { hostOf } from './hosts.ts';

/**
 * Installers that a project's own documentation tells people to pipe into a shell. Exact host and path; a look-alike
 * host or another path is none of these. One row a project, with the page that shows the command.
 */
const INSTALLERS: readonly { readonly of: string; readonly at: readonly string[]; readonly shownAt: string }[] = [
  {
    of: 'Hugging Face CLI',
    at: ['hf.co/cli/install.sh', 'hf.co/cli/install.ps1', 'huggingface.co/cli/install.sh'],
    shownAt: 'huggingface.co/docs/huggingface_hub/guides/cli',
  },
  {
    of: 'Unsloth',
    at: [
      'unsloth.ai/install.sh',
      'unsloth.ai/install.ps1',
      'raw.githubusercontent.com/unslothai/unsloth/main/scripts/uninstall.sh',
      'raw.githubusercontent.com/unslothai/unsloth/main/scripts/uninstall.ps1',
    ],
    shownAt: "the Hub's “Use this model” box; unsloth.ai",
  },
  { of: 'LLVM', at: ['apt.llvm.org/llvm.sh'], shownAt: 'apt.llvm.org' },
  { of: 'Rust', at: ['sh.rustup.rs', 'sh.rustup.rs/'], shownAt: 'rustup.rs' },
  { of: 'Docker', at: ['get.docker.com', 'get.docker.com/'], shownAt: 'docs.docker.com/engine/install' },
  { of: 'uv', at: ['astral.sh/uv/install.sh', 'astral.sh/uv/install.ps1'], shownAt: 'docs.astral.sh/uv' },
  {
    of: 'Ollama',
    at: ['ollama.com/install.sh', 'ollama.ai/install.sh', 'ollama.com/install.ps1'],
    shownAt: 'ollama.com/download',
  },
  {
    of: 'Bun',
    at: ['bun.sh/install', 'bun.com/install', 'bun.sh/install.ps1', 'bun.com/install.ps1'],
    shownAt: 'bun.sh/docs/installation',
  },
  {
    of: 'Deno',
    at: ['deno.land/install.sh', 'deno.land/install.ps1', 'deno.land/x/install/install.sh'],
    shownAt: 'docs.deno.com',
  },
  {
    of: 'Homebrew',
    at: [
      'raw.githubusercontent.com/Homebrew/install/HEAD/install.sh',
      'raw.githubusercontent.com/Homebrew/install/master/install.sh',
    ],
    shownAt: 'brew.sh',
  },
  {
    of: 'Helm',
    at: [
      'raw.githubusercontent.com/helm/helm/main/scripts/get-helm-3',
      'raw.githubusercontent.com/helm/helm/main/scripts/get-helm-4',
    ],
    shownAt: 'helm.sh/docs/intro/install',
  },
  { of: 'Tailscale', at: ['tailscale.com/install.sh'], shownAt: 'tailscale.com/download/linux' },
  { of: 'K3s', at: ['get.k3s.io', 'get.k3s.io/'], shownAt: 'docs.k3s.io/quick-start' },
  { of: 'SDKMAN!', at: ['get.sdkman.io', 'get.sdkman.io/'], shownAt: 'sdkman.io/install' },
  {
    of: 'Google Cloud CLI',
    at: ['sdk.cloud.google.com', 'sdk.cloud.google.com/'],
    shownAt: 'cloud.google.com/sdk/docs/downloads-interactive',
  },
  { of: 'Claude Code', at: ['claude.ai/install.sh', 'claude.ai/install.ps1'], shownAt: 'code.claude.com/docs' },
  { of: 'Cursor CLI', at: ['cursor.com/install'], shownAt: 'cursor.com/cli' },
  { of: 'opencode', at: ['opencode.ai/install'], shownAt: 'opencode.ai/docs' },
  { of: 'Wasmtime', at: ['wasmtime.dev/install.sh'], shownAt: 'wasmtime.dev' },
  {
    of: 'micromamba',
    at: ['micro.mamba.pm/install.sh', 'micro.mamba.pm/install.ps1'],
    shownAt: 'mamba.readthedocs.io',
  },
  { of: 'Foundry', at: ['foundry.paradigm.xyz', 'foundry.paradigm.xyz/'], shownAt: 'getfoundry.sh' },
  { of: 'pnpm', at: ['get.pnpm.io/install.sh', 'get.pnpm.io/install.ps1'], shownAt: 'pnpm.io/installation' },
  { of: 'pixi', at: ['pixi.sh/install.sh', 'pixi.sh/install.ps1'], shownAt: 'pixi.sh' },
  { of: 'Poetry', at: ['install.python-poetry.org', 'install.python-poetry.org/'], shownAt: 'python-poetry.org/docs' },
  {
    of: 'Nix',
    at: ['nixos.org/nix/install', 'install.determinate.systems/nix'],
    shownAt: 'nixos.org/download; determinate.systems',
  },
  {
    of: 'Chocolatey',
    at: ['community.chocolatey.org/install.ps1', 'chocolatey.org/install.ps1'],
    shownAt: 'chocolatey.org/install',
  },
  { of: 'Scoop', at: ['get.scoop.sh', 'get.scoop.sh/'], shownAt: 'scoop.sh' },
  { of: 'pyenv', at: ['pyenv.run', 'pyenv.run/'], shownAt: 'github.com/pyenv/pyenv' },
  { of: 'fnm', at: ['fnm.vercel.app/install'], shownAt: 'github.com/Schniz/fnm' },
  { of: 'just', at: ['just.systems/install.sh'], shownAt: 'just.systems' },
  { of: 'Starship', at: ['starship.rs/install.sh'], shownAt: 'starship.rs' },
  { of: 'LM Studio', at: ['lmstudio.ai/install.sh', 'lmstudio.ai/install.ps1'], shownAt: 'lmstudio.ai/docs' },
  {
    of: 'Git LFS',
    at: [
      'packagecloud.io/install/repositories/github/git-lfs/script.deb.sh',
      'packagecloud.io/install/repositories/github/git-lfs/script.rpm.sh',
    ],
    shownAt: 'git-lfs.com',
  },
  {
    of: 'NodeSource',
    at: [
      'deb.nodesource.com/setup_18.x',
      'deb.nodesource.com/setup_20.x',
      'deb.nodesource.com/setup_22.x',
      'deb.nodesource.com/setup_24.x',
      'deb.nodesource.com/setup_lts.x',
    ],
    shownAt: 'github.com/nodesource/distributions',
  },
];

const KNOWN = new Set(INSTALLERS.flatMap(row => row.at));
/** nvm (github.com/nvm-sh/nvm) puts its version into the path. */
const NVM =
  /^raw\.githubusercontent\.com\/(?:nvm-sh|creationix)\/nvm\/(?:v\d{1,3}\.\d{1,3}\.\d{1,3}|master|HEAD)\/install\.sh$/;
/** uv puts a version before the file for pinned installs. */
const UV = /^astral\.sh\/uv\/\d{1,3}\.\d{1,3}\.\d{1,3}\/install\.(?:sh|ps1)$/;

/** An official installer by its exact host and path. `http:` never is: anyone on the way could swap the script. */
export function isOfficialInstaller(address: string): boolean {
  if (/^http:/i.test(address)) return false;
  const bare = address.replace(/^https:\/\//i, '').replace(/[?#].*$/, '');
  const slash = bare.indexOf('/');
  const host = slash < 0 ? bare : bare.slice(0, slash);
  if (/[@:]/.test(host)) return false;
  const path = `${hostOf(host)}${slash < 0 ? '' : bare.slice(slash)}`;
  return KNOWN.has(path) || NVM.test(path) || UV.test(path);
}
