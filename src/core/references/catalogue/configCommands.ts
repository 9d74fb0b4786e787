/**
 * Fields that hold commands, in lower case with `_`. Source: the documentation of GitHub Actions, GitLab CI, Azure
 * Pipelines, CircleCI, Bitbucket, Tekton, Argo, SkyPilot, Taskfile, cloud-init, Ansible, devcontainers.
 */

/** Each string, or each item of a list, is a script or a line of one. */
export const LINE_FIELDS: ReadonlySet<string> = new Set(
  `run script before_script after_script bash sh shell cmd cmds commands exec execute setup prepare install inline_script
  runcmd user_data
  pre_install post_install source before_install after_success`
    .split(/\s+/)
    .filter(Boolean),
);

/** Each tool has its own word before it: `build_commands` of Truss, `worker_setup_script` of Ray. */
export const LINE_FIELD = /_(?:commands?|scripts?|cmds?)$/;

/** A string is a command line; the items of a list are its words. In the order in which a container joins them. */
export const WORD_FIELDS: ReadonlySet<string> = new Set([
  'entrypoint',
  'command',
  'args',
  'arguments',
  'extra_args',
  'container_args',
  'container_command',
  'engine_args',
  'additional_args',
  'program_args',
]);

/** A list under such a name holds words too: `extra_arguments`, `vllm_server_args`. */
export const WORDS_FIELD = /_(?:args|arguments)$/;

/** A server's image and what it runs before the words that a deployment adds. */
interface ImageProgram {
  readonly image: RegExp;
  readonly program: string;
  /** The words may begin with a command of the program. */
  readonly begins?: RegExp;
  /** Or with the id itself. */
  readonly takesId?: true;
}

/** Source: each image's Dockerfile. */
export const IMAGE_PROGRAMS: readonly ImageProgram[] = [
  { image: /vllm/i, program: 'vllm serve', takesId: true },
  { image: /text-generation-inference|\btgi\b/i, program: 'text-generation-launcher' },
  { image: /text-embeddings-inference|\btei\b/i, program: 'text-embeddings-router' },
  { image: /lorax/i, program: 'lorax-launcher' },
  { image: /llama\.cpp|llama-cpp/i, program: 'llama-server' },
  { image: /mistral\.?rs/i, program: 'mistralrs', begins: /^(?:serve|run|bench|plain|vision-plain|gguf)$/ },
  { image: /\binfinity\b/i, program: 'infinity_emb', begins: /^v[12]$/ },
];
