/** Commands of other hubs, and those that only write a text: nothing on them is the Hub's, unless a row of the table begins with their name. */
export const FOREIGN_COMMANDS =
  /^(?:modelscope|kaggle|replicate|echo|printf|gh|npm|pnpm|yarn|apt|apt-get|brew|grep|egrep|sed|awk|mkdir|cd|rm|ls|mv|cp|ln|touch|test|\[|\[\[|aider|llm|ngc|gsutil|aws|rsync|scp)$/;

/** A command in a text that is printed: for the reader to run, or into a script. Each is one that names what it fetches or serves. */
export const TOLD_COMMAND =
  /(?<![\w./-])(?:(?:hf|huggingface-cli)\s+download|vllm\s+serve|git\s+(?:lfs\s+)?clone|wget|curl|ollama\s+(?:run|pull)|docker\s+run|llama-(?:server|cli)|text-generation-launcher|text-embeddings-router|sglang\s+serve|lmdeploy\s+serve|litgpt\s+download|tune\s+download|transformers\s+(?:chat|serve|download)|optimum-cli\s+export|lm[_-]eval|trtllm-serve|mistralrs(?:-server)?|lms\s+get|hf\s+(?:models|datasets|spaces)\s+(?:info|ls|card)|mlx_lm\.\w+|python[\d.]*\s+-m\s+(?:vllm|sglang|mlx_lm)[.\w]*)\s(?:(?!\\n)[^\n])*/g;

/** Functions of a script, and commands of PowerShell, that print what they are given. */
export const PRINTERS =
  /^(?:(?:log|print|say|msg|message|info|note|hint|tip|warn|warning|success|ok|step|usage|help|echo|color_echo|cecho)(?:_\w+)?|Write-(?:Host|Output|Information|Log|\w*Info|Success|Step|Message))$/i;

/** What may stand before a command that is printed on a line of its own: a prompt, a bullet, a number. */
export const TOLD_LEAD = /^\s*(?:(?:[$>*•-]|\d{1,2}[.)])\s+)?/;

/** Words in front of a program that are not it. `srun` and its kin have options of their own. */
export const LAUNCHERS =
  /^(?:sudo|env|time|nohup|exec|then|do|else|!|\{|if|elif|while|until|export|command|eval|nice|stdbuf|setsid|numactl|local|declare|readonly|\()$/;

/** Commands that fetch what an address names: the address of a page is no mere link there. */
export const FETCHING_COMMANDS =
  /^(?:git|wget|curl|aria2c|pip3?|uv|uvx|ollama|docker|podman|ramalama|lms|npx|llama-run|local-ai|hf|huggingface-cli|python3?|vllm|Invoke-WebRequest|iwr|Start-BitsTransfer)$/;

/** Programs that hand a word to a shell: which flag announces it; an empty one, that their last words are the command. */
export const SHELLS: Readonly<Record<string, string>> = {
  bash: '-c',
  sh: '-c',
  zsh: '-c',
  dash: '-c',
  ash: '-c',
  su: '-c',
  ssh: '',
  eval: '',
  watch: '',
  'send-keys': '',
  parallel: '',
  wsl: '',
};

/** Flags without a value, so that the word behind them is an argument of its own. */
export const BOOLEAN_FLAGS: ReadonlySet<string> = new Set(
  `--quiet --force-download --resume-download --force --dry-run --json --verbose --trust-remote-code --trust_remote_code
  --enforce-eager --enable-prefix-caching --enable-auto-tool-choice --no-cache --enable-lora --disable-log-requests
  --enable-chunked-prefill --enable-reasoning --no-enable-prefix-caching --use_safetensors -q -v -y`
    .split(/\s+/)
    .filter(Boolean),
);

/** Flags whose value is never an id, for a program that takes its id without a flag. */
export const PATH_FLAGS =
  /dir|path|file|include|exclude|cache|name|host|token|template|output|plugin|download|save|log|prefix|url|^-o$/;

/** Flags that name a folder that the program writes: what begins with it is no repo. */
export const OUTPUT_FLAGS =
  /^(?:-o|--(?:output|out|save|local|log|logging|run|result|results|export|work|ckpt|checkpoint)[-_](?:dir|path|file|folder|to|name)|--(?:output|save|outdir|logdir|work-dir|save_model|save_path|ckpt_path|checkpoints?_dir|output-dir))$/;

export const REVISION_FLAGS: readonly string[] = ['--revision', '--model_revision', '--model-revision'];
export const TOKENIZER_REVISION_FLAGS: readonly string[] = ['--tokenizer-revision', '--tokenizer_revision'];
export const DATASET_REVISION_FLAGS: readonly string[] = ['--dataset_revision', '--dataset-revision', '--revision'];
export const CODE_REVISION_FLAGS: readonly string[] = ['--code-revision', '--code_revision'];
export const TRUST_FLAGS: readonly string[] = ['--trust-remote-code', '--trust_remote_code'];
export const SAFETENSORS_FLAGS: readonly string[] = ['--use_safetensors', '--use-safetensors'];
export const SUBFOLDER_FLAGS: readonly string[] = ['--subfolder'];
export const VARIANT_FLAGS: readonly string[] = ['--variant'];
export const KIND_FLAGS: readonly string[] = ['--repo-type', '--type'];

/** Programs that start a container somewhere, one flag of theirs holding its command. Source: each one's own `--help`. */
export const HANDING_COMMANDS = /^(?:gcloud|az|runpodctl|vastai|flyctl|fly|kubectl|koyeb|nomad)$/;
export const HANDED_FLAGS = /^--(?:container-)?(?:args|command|cmd)$|^--(?:command-line|docker-?args|docker-command)$/i;
/** The flag that names the image. */
export const IMAGE_FLAGS = /^--(?:image|container-image(?:-uri)?|image-?name|docker|docker-image)$/i;
/** Flags that set variables of a container, one or a list of them. */
export const HANDED_VARIABLES = /^--(?:(?:set|update|container)-)?env(?:ironment)?(?:-vars?|-variables?)?(?:=|$)/;
