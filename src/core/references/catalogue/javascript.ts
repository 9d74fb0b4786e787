import { at, type CallLoader, type CallRow, calls } from './callLoader.ts';
import { servers } from './javascriptServers.ts';

const space = { kind: 'space', form: 'full' } as const;
const provider = { form: 'provider' } as const;
const full = { form: 'full' } as const;

/** What `pipeline` does, by its first argument. Source: transformers.js `src/pipelines.js`. */
const TASKS: ReadonlySet<string> = new Set(
  `text-classification token-classification question-answering fill-mask summarization translation text2text-generation
  text-generation zero-shot-classification audio-classification zero-shot-audio-classification automatic-speech-recognition
  text-to-audio text-to-speech image-to-text image-text-to-text image-classification image-segmentation background-removal
  zero-shot-image-classification object-detection zero-shot-object-detection document-question-answering image-to-image
  depth-estimation feature-extraction image-feature-extraction sentiment-analysis ner vqa asr embeddings`
    .split(/\s+/)
    .filter(Boolean),
);

const IMPORT = 'import * as t from "@huggingface/transformers";';

/** Source: transformers.js `src/pipelines.js`, `src/models.js`, `src/utils/hub.js`; kokoro-js `src/kokoro.js`. */
const transformersJs = calls({ from: ['@huggingface/transformers', '@xenova/transformers'] }, [
  ['pipeline', [at(1)], 'pipeline("ner", "‹acme-ai/one›")', { options: 2, first: TASKS, byName: true }],
  ['from_pretrained', [at(0)], 'AutoModel.from_pretrained("‹acme-ai/one›")', { options: 1, byName: true }],
  ['*.is_pipeline_cached', [at(1)], `${IMPORT} t.ModelRegistry.is_pipeline_cached("ner", "‹acme-ai/one›")`],
  ['*.is_cached', [at(0)], `${IMPORT} t.ModelRegistry.is_cached("‹acme-ai/one›")`],
]);

const INFERENCE_TASKS = `audioClassification audioToAudio automaticSpeechRecognition textToAudio textToSpeech request
  streamingRequest imageClassification imageSegmentation imageTextToImage imageTextToVideo imageToImage imageToText
  imageToVideo objectDetection textToImage textToVideo zeroShotImageClassification documentQuestionAnswering
  visualQuestionAnswering chatCompletion chatCompletionStream featureExtraction fillMask questionAnswering
  sentenceSimilarity summarization tableQuestionAnswering textClassification textGeneration textGenerationStream
  tokenClassification translation zeroShotClassification tabularClassification tabularRegression`
  .split(/\s+/)
  .filter(Boolean);

/** Source: huggingface.js `packages/inference/src/tasks`, `packages/mcp-client/src`. */
const inference = [
  ...calls({ from: ['@huggingface/inference'], anyReceiver: true }, [
    ...INFERENCE_TASKS.map<CallRow>(task => [
      task,
      [at(0, 'model', provider)],
      `import { InferenceClient } from "@huggingface/inference"; new InferenceClient(k).${task}({ model: "‹acme-ai/one›" })`,
    ]),
  ]),
  ...calls({ byName: true }, [
    ...INFERENCE_TASKS.map<CallRow>(task => [
      `*Inference*().${task}`,
      [at(0, 'model', { form: 'provider' })],
      `new HfInference(k).${task}({ model: "‹acme-ai/one›" })`,
    ]),
  ]),
  ...calls({ from: ['@huggingface/mcp-client', '@huggingface/tiny-agents'] }, [
    [
      'Agent',
      [at(0, 'model', provider)],
      'import { Agent } from "@huggingface/tiny-agents"; new Agent({ model: "‹acme-ai/one›" })',
    ],
    [
      'McpClient',
      [at(0, 'model', provider)],
      'import { McpClient } from "@huggingface/mcp-client"; new McpClient({ model: "‹acme-ai/one›" })',
    ],
  ]),
];

const repo = [at(0, 'repo', { form: 'repo' })];

/** Source: huggingface.js `packages/hub/src/lib`. Uploads, commits and deletions are destinations, and no rows. */
const hub = calls({ from: ['@huggingface/hub'], options: 0 }, [
  ...`downloadFile downloadFileToCacheDir listFiles listCommits countCommits fileExists fileDownloadInfo pathsInfo
  parseSafetensorsMetadata snapshotDownload repoExists`
    .split(/\s+/)
    .map<CallRow>(name => [
      name,
      repo,
      `import { ${name} } from "@huggingface/hub"; ${name}({ repo: "‹acme-ai/one›" })`,
    ]),
  [
    'checkRepoAccess',
    repo,
    'import * as hub from "@huggingface/hub"; hub.checkRepoAccess({ repo: { type: "model", name: "‹acme-ai/one›" } })',
  ],
  ['modelInfo', [at(0, 'name')], 'import { modelInfo } from "@huggingface/hub"; modelInfo({ name: "‹acme-ai/one›" })'],
  [
    'datasetInfo',
    [at(0, 'name', { kind: 'dataset' })],
    'import { datasetInfo } from "@huggingface/hub"; datasetInfo({ name: "‹acme-ai/one›" })',
  ],
  [
    'spaceInfo',
    [at(0, 'name', space)],
    'import { spaceInfo } from "@huggingface/hub"; spaceInfo({ name: "‹acme-ai/one›" })',
  ],
]);

/** Source: gradio `client/js/src/client.ts`. */
const gradio = calls({ from: ['@gradio/client'] }, [
  ['Client.connect', [at(0, '', space)], 'import { Client } from "@gradio/client"; Client.connect("‹acme-ai/one›")'],
  [
    'Client.duplicate',
    [at(0, '', space)],
    'import { Client } from "@gradio/client"; Client.duplicate("‹acme-ai/one›")',
  ],
  ['client', [at(0, '', space)], 'import { client } from "@gradio/client"; client("‹acme-ai/one›")'],
  ['duplicate', [at(0, '', space)], 'import { duplicate } from "@gradio/client"; duplicate("‹acme-ai/one›")'],
]);

/** Source: @ai-sdk/huggingface `huggingface-provider.ts`; @browser-ai/transformers-js, API reference; @langchain/community `llms/hf.ts`, `embeddings/hf.ts`, `embeddings/huggingface_transformers.ts`; @llamaindex/huggingface. */
const frameworks = [
  ...calls({ from: ['@ai-sdk/huggingface'] }, [
    [
      'huggingface',
      [at(0, '', provider)],
      'import { huggingface } from "@ai-sdk/huggingface"; huggingface("‹acme-ai/one›")',
    ],
    [
      'huggingface.*',
      [at(0, '', provider)],
      'import { huggingface } from "@ai-sdk/huggingface"; huggingface.responses("‹acme-ai/one›:fastest")',
    ],
    [
      'huggingFace',
      [at(0, '', provider)],
      'import { huggingFace } from "@ai-sdk/huggingface"; huggingFace("‹acme-ai/one›")',
    ],
    [
      'huggingFace.*',
      [at(0, '', provider)],
      'import { huggingFace } from "@ai-sdk/huggingface"; huggingFace.languageModel("‹acme-ai/one›")',
    ],
    [
      'createHuggingFace()',
      [at(0, '', provider)],
      'import { createHuggingFace } from "@ai-sdk/huggingface"; const hf = createHuggingFace({}); hf("‹acme-ai/one›")',
    ],
    [
      'createHuggingFace().*',
      [at(0, '', provider)],
      'import { createHuggingFace } from "@ai-sdk/huggingface"; createHuggingFace({}).responses("‹acme-ai/one›")',
    ],
  ]),
  ...calls({ from: ['@browser-ai/transformers-js', '@built-in-ai/transformers-js'] }, [
    [
      'transformersJS',
      [at(0)],
      'import { transformersJS } from "@browser-ai/transformers-js"; transformersJS("‹acme-ai/one›")',
    ],
    [
      'transformersJS.*',
      [at(0)],
      'import { transformersJS } from "@browser-ai/transformers-js"; transformersJS.embedding("‹acme-ai/one›")',
    ],
  ]),
  ...calls({ byName: true }, [
    ['HuggingFaceInference', [at(0, 'model')], 'new HuggingFaceInference({ model: "‹acme-ai/one›" })'],
    [
      'HuggingFaceInferenceEmbeddings',
      [at(0, 'model')],
      'new HuggingFaceInferenceEmbeddings({ model: "‹acme-ai/one›" })',
    ],
    [
      'HuggingFaceTransformersEmbeddings',
      [at(0, 'model'), at(0, 'modelName')],
      'new HuggingFaceTransformersEmbeddings({ modelName: "‹acme-ai/one›" })',
    ],
    [
      'HuggingFaceEmbedding',
      [at(0, 'modelType'), at(0, 'modelName')],
      'new HuggingFaceEmbedding({ modelType: "‹acme-ai/one›" })',
    ],
    ['HuggingFaceLLM', [at(0, 'modelName')], 'new HuggingFaceLLM({ modelName: "‹acme-ai/one›" })'],
    ['HuggingFaceInferenceAPI', [at(0, 'model')], 'new HuggingFaceInferenceAPI({ model: "‹acme-ai/one›" })'],
  ]),
];

const file = { form: 'hf-file' } as const;
const LLAMA = 'from "node-llama-cpp"';

/** Source: node-llama-cpp `src/utils/resolveModelFile.ts`, `createModelDownloader.ts`. */
const llamaCpp = calls({ from: ['node-llama-cpp'], byName: true }, [
  [
    'resolveModelFile',
    [at(0, '', file)],
    `import { resolveModelFile } ${LLAMA}; resolveModelFile("hf:‹acme-ai/one›:Q4_K_M")`,
  ],
  [
    'createModelDownloader',
    [at(0, 'modelUri', file)],
    `import { createModelDownloader } ${LLAMA}; createModelDownloader({ modelUri: "hf:‹acme-ai/one›/a.gguf" })`,
  ],
]);

/** Source: wllama `src/wllama.ts`. */
const wllama = calls({ from: ['@wllama/wllama'], byName: true }, [
  ['loadModelFromHF', [at(0, '', full)], 'await wllama.loadModelFromHF("‹acme-ai/one›", "model.gguf")'],
]);

/** Every loader of JavaScript and TypeScript; the narrower row of two that match comes first. */
export const JAVASCRIPT_LOADERS: readonly CallLoader[] = [
  ...transformersJs,
  ...inference,
  ...hub,
  ...gradio,
  ...frameworks,
  ...llamaCpp,
  ...wllama,
  ...servers,
];
