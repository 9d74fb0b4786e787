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

/** What the images of servers run, before the words that a deployment adds. Source: each image's Dockerfile. */
export const IMAGE_PROGRAMS: readonly (readonly [RegExp, string])[] = [
  [/vllm/i, 'vllm serve'],
  [/text-generation-inference|\btgi\b/i, 'text-generation-launcher'],
  [/text-embeddings-inference|\btei\b/i, 'text-embeddings-router'],
  [/lorax/i, 'lorax-launcher'],
  [/llama\.cpp|llama-cpp/i, 'llama-server'],
];
