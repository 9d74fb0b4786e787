import { arg, family, loader } from './loader.ts';

const dataset = { kind: 'dataset' } as const;
const space = { kind: 'space' } as const;
const provider = { form: 'provider', home: 'nowhere' } as const;
const unpinned = { form: 'full', home: 'nowhere' } as const;

/** The kind of these is what `repo_type=` says; a model's without it. */
const repo = [arg(0, 'repo_id', { form: 'full' })];
const anyRepo = [arg(0, 'repo_id')];

const INFERENCE_TASKS = `audio_classification automatic_speech_recognition chat_completion feature_extraction fill_mask
  image_classification image_segmentation image_to_image image_to_text object_detection question_answering
  sentence_similarity summarization table_question_answering text_classification text_generation text_to_image
  text_to_speech text_to_video token_classification translation visual_question_answering zero_shot_classification`
  .split(/\s+/)
  .filter(Boolean);

const FILE_SYSTEM_METHODS =
  'ls glob find open exists info walk read_text read_bytes get get_file isfile isdir cat_file'.split(' ');

/** Source: huggingface_hub `file_download.py`, `_snapshot_download.py`, `hf_api.py`, `repocard.py`, `inference/_client.py`. */
export const huggingfaceHub = [
  ...family({ from: ['huggingface_hub', 'hfhub'], byName: true }, [
    loader('hf_hub_download', anyRepo, 'hf_hub_download("‹acme-ai/one›", "model.bin")'),
    loader('snapshot_download', anyRepo, 'snapshot_download(repo_id="‹acme-ai/one›")'),
    loader('hf_hub_url', anyRepo, 'hf_hub_url("‹acme-ai/one›", "config.json")'),
    loader(
      'cached_download',
      [arg(0, 'url', { form: 'address', home: 'id' })],
      'cached_download("https://huggingface.co/‹acme-ai/one›/resolve/main/a.bin")',
    ),
    loader('try_to_load_from_cache', repo, 'try_to_load_from_cache("‹acme-ai/one›", "config.json")'),
    loader('load_repo_id_from_hub', [arg(0, 'repo_id', unpinned)], 'load_repo_id_from_hub("‹acme-ai/one›")'),
    loader('from_pretrained_keras', anyRepo, 'from_pretrained_keras("‹acme-ai/one›")'),
    loader('from_pretrained_fastai', anyRepo, 'from_pretrained_fastai("‹acme-ai/one›")'),
    loader('push_to_hub_keras', [], ''),
    loader('ModelCard.load', [arg(0, 'repo_id_or_path', unpinned)], 'ModelCard.load("‹acme-ai/one›")'),
    loader(
      'DatasetCard.load',
      [arg(0, 'repo_id_or_path', { ...unpinned, ...dataset })],
      'DatasetCard.load("‹acme-ai/one›")',
    ),
    loader('SpaceCard.load', [arg(0, 'repo_id_or_path', { ...unpinned, ...space })], 'SpaceCard.load("‹acme-ai/one›")'),
    loader('model_info', repo, 'model_info("‹acme-ai/one›")'),
    loader('dataset_info', [arg(0, 'repo_id', { form: 'full', ...dataset })], 'dataset_info("‹acme-ai/one›")'),
    loader('space_info', [arg(0, 'repo_id', { form: 'full', ...space })], 'space_info("‹acme-ai/one›")'),
    // It copies somebody's Space, and runs it in one's own name.
    loader('duplicate_space', [arg(0, 'from_id', { ...unpinned, ...space })], 'duplicate_space("‹acme-ai/one›")'),
    loader('list_repo_files', repo, 'api.list_repo_files("‹acme-ai/one›")'),
    loader('list_repo_tree', repo, 'api.list_repo_tree("‹acme-ai/one›")'),
    loader('list_repo_refs', [arg(0, 'repo_id', unpinned)], 'api.list_repo_refs("‹acme-ai/one›")'),
    loader('list_repo_commits', repo, 'api.list_repo_commits("‹acme-ai/one›")'),
    loader('get_safetensors_metadata', repo, 'api.get_safetensors_metadata("‹acme-ai/one›")'),
    loader('get_paths_info', repo, 'api.get_paths_info("‹acme-ai/one›", [])'),
    loader('InferenceClient', [arg(0, 'model', provider)], 'InferenceClient("‹acme-ai/one›")'),
    loader('AsyncInferenceClient', [arg(0, 'model', provider)], 'AsyncInferenceClient(model="‹acme-ai/one›")'),
    loader('InferenceApi', [arg(0, 'repo_id', { home: 'nowhere' })], 'InferenceApi("‹acme-ai/one›")'),
    ...INFERENCE_TASKS.map(task =>
      loader(task, [arg(undefined, 'model', provider)], `client.${task}("x", model="‹acme-ai/one›")`),
    ),
  ]),
  ...family({ from: ['huggingface_hub'] }, [
    loader('repo_info', repo, 'from huggingface_hub import repo_info; repo_info("‹acme-ai/one›")'),
    loader(
      'repo_exists',
      [arg(0, 'repo_id', unpinned)],
      'from huggingface_hub import repo_exists; repo_exists("‹acme-ai/one›")',
    ),
    loader('file_exists', repo, 'from huggingface_hub import file_exists; file_exists("‹acme-ai/one›", "a")'),
    loader(
      'auth_check',
      [arg(0, 'repo_id', unpinned)],
      'from huggingface_hub import auth_check; auth_check("‹acme-ai/one›")',
    ),
    loader('HfApi().repo_info', repo, 'import huggingface_hub as h; h.HfApi().repo_info("‹acme-ai/one›")'),
    loader(
      'HfApi().repo_exists',
      [arg(0, 'repo_id', unpinned)],
      'import huggingface_hub as h; h.HfApi().repo_exists("‹acme-ai/one›")',
    ),
    loader('HfApi().file_exists', repo, 'import huggingface_hub as h; h.HfApi().file_exists("‹acme-ai/one›", "a")'),
    loader(
      'Repository',
      [arg(undefined, 'clone_from')],
      'from huggingface_hub import Repository; Repository("x", clone_from="‹acme-ai/one›")',
    ),
    ...FILE_SYSTEM_METHODS.map(method =>
      loader(
        `HfFileSystem().${method}`,
        [arg(0, 'path rpath', { form: 'path', home: 'id' })],
        `import huggingface_hub as h; h.HfFileSystem().${method}("datasets/‹acme-ai/one›/data")`,
      ),
    ),
    loader(
      '*InferenceClient().chat.completions.create',
      [arg(undefined, 'model', provider)],
      'from huggingface_hub import InferenceClient; c = InferenceClient(); c.chat.completions.create(model="‹acme-ai/one›:fastest")',
    ),
    loader(
      'HfApi().create_inference_endpoint',
      [arg(undefined, 'repository')],
      'import huggingface_hub as h; h.HfApi().create_inference_endpoint("e", repository="‹acme-ai/one›")',
    ),
    loader(
      'create_inference_endpoint',
      [arg(undefined, 'repository')],
      'from huggingface_hub import create_inference_endpoint as c; c("e", repository="‹acme-ai/one›")',
    ),
  ]),
  ...family({ from: ['openai'], only: { keyword: 'base_url', contains: 'huggingface' } }, [
    loader(
      '*OpenAI().chat.completions.create',
      [arg(undefined, 'model', provider)],
      'from openai import OpenAI; c = OpenAI(base_url="https://router.huggingface.co/v1"); c.chat.completions.create(model="‹acme-ai/one›:novita")',
    ),
  ]),
].filter(row => row.ids.length > 0);
