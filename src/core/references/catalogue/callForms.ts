import type { CallLanguage } from '../callforms/dialects.ts';
import type { RepoKind } from '../reference.ts';
import type { IdForm } from './loader.ts';

/** One way to name a Hub repo in a language of which only the signs of a call are read. */
export interface CallForm {
  readonly language: CallLanguage;
  /** How the called chain ends; nothing: whatever the call, the name decides. */
  readonly callee?: RegExp;
  /** The places of the id, from 0, when it is given without a name. */
  readonly positions: readonly number[];
  /** The names by which it is given. */
  readonly labels: readonly string[];
  readonly kind: RepoKind;
  readonly form: IdForm;
  /** Also a bare name such as `t5-base`. */
  readonly bareNames: boolean;
  /** What the file must hold besides, where the call alone says little. */
  readonly needs?: RegExp;
  /** The name of the argument that is the revision. */
  readonly revision?: string;
  /** May that argument be put right behind the id? */
  readonly takesRevision: boolean;
  /** The name of the argument that is the kind of repo. */
  readonly kindLabel?: string;
  /** A word that says a revision somewhere in the file, where no reader can follow it. */
  readonly unfollowed?: RegExp;
  /** A line that it reads, the id between ‹ and ›. */
  readonly example: string;
}

type Own = Partial<Omit<CallForm, 'language' | 'callee' | 'example'>>;

type Row = readonly [callee: RegExp | undefined, own: Own, example: string];

const forms = (language: CallLanguage, rows: readonly Row[]): readonly CallForm[] =>
  rows.map(([callee, own, example]) => ({
    language,
    ...(callee && { callee }),
    positions: own.labels ? [] : [0],
    labels: [],
    kind: 'model',
    form: 'id',
    bareNames: false,
    takesRevision: false,
    ...own,
    example,
  }));

/**
 * Source: hugot `downloader.go` (the context came before the name later on); go-huggingface `hub/repo.go`,
 * `datasets/datasets.go`; daulet/tokenizers, its example; sugarme/tokenizer, its examples; cybertron `pkg/tasks/config.go`,
 * `pkg/downloader/downloadmodel.go`; langchaingo, docs on Hugging Face.
 */
const go = forms('go', [
  [
    /\bDownloadModel$/,
    { positions: [0, 1], needs: /hugot/, unfollowed: /\bBranch\b/ },
    'import "github.com/knights-analytics/hugot"; func f() { hugot.DownloadModel("‹acme-ai/one›", "./models") }',
  ],
  [
    /^hub\.New$/,
    { needs: /go-huggingface/, unfollowed: /\bWithRevision\b/ },
    'import "github.com/gomlx/go-huggingface/hub"; func f() { hub.New("‹acme-ai/one›") }',
  ],
  [
    /^datasets\.New$/,
    { kind: 'dataset', form: 'full', needs: /go-huggingface\/datasets/, unfollowed: /\bWithRevision\b/ },
    'import "github.com/gomlx/go-huggingface/datasets"; func f() { datasets.New("‹acme-ai/one›") }',
  ],
  [
    /^tokenizers\.FromPretrained$/,
    { bareNames: true, needs: /daulet\/tokenizers/ },
    'import "github.com/daulet/tokenizers"; func f() { tokenizers.FromPretrained("‹acme-ai/one›") }',
  ],
  [
    /\bCachedPath$/,
    { bareNames: true, needs: /sugarme\/tokenizer/ },
    'import "github.com/sugarme/tokenizer"; func f() { tokenizer.CachedPath("‹acme-ai/one›", "tokenizer.json") }',
  ],
  [
    undefined,
    { labels: ['ModelName'], form: 'full', needs: /nlpodyssey\/cybertron/ },
    'import "github.com/nlpodyssey/cybertron/pkg/tasks"; func f() { x := &tasks.Config{ModelName: "‹acme-ai/one›"} }',
  ],
  [
    /^downloader\.Download$/,
    { positions: [1], form: 'full', needs: /nlpodyssey\/cybertron/ },
    'import "github.com/nlpodyssey/cybertron/pkg/downloader"; func f() { downloader.Download(dir, "‹acme-ai/one›", false, "") }',
  ],
  [
    /\bWithModel$/,
    { form: 'full', needs: /langchaingo\/(?:llms|embeddings)\/huggingface/ },
    'import "github.com/tmc/langchaingo/llms/huggingface"; func f() { huggingface.New(huggingface.WithModel("‹acme-ai/one›")) }',
  ],
]);

/** Source: DJL `HuggingFaceTokenizer.java` and its examples of `Criteria`; LangChain4j `langchain4j-hugging-face`, `langchain4j-jlama`; Jlama `SafeTensorSupport.java`. */
const java = forms('java', [
  [
    /\boptModelUrls$/,
    { form: 'djl' },
    'var c = Criteria.builder().optModelUrls("djl://ai.djl.huggingface.pytorch/‹acme-ai/one›");',
  ],
  [
    /\bHuggingFaceTokenizer\.newInstance$/,
    { bareNames: true },
    'var t = HuggingFaceTokenizer.newInstance("‹acme-ai/one›");',
  ],
  [
    /\boptTokenizerName$/,
    { bareNames: true, needs: /HuggingFaceTokenizer/ },
    'var t = HuggingFaceTokenizer.builder().optTokenizerName("‹acme-ai/one›").build();',
  ],
  [
    /\bHuggingFace\w*\b.*\.modelId$/,
    { bareNames: true },
    'var m = HuggingFaceChatModel.builder().accessToken(t).modelId("‹acme-ai/one›").build();',
  ],
  [
    /\bJlama\w*\b.*\.modelName$/,
    { form: 'full' },
    'var m = JlamaChatModel.builder().modelName("‹acme-ai/one›").build();',
  ],
  [
    /\bmaybeDownloadModel$/,
    { positions: [1], form: 'full', needs: /jlama/ },
    'import com.github.tjake.jlama.*; var f = SafeTensorSupport.maybeDownloadModel(dir, "‹acme-ai/one›");',
  ],
]);

/**
 * Source: Semantic Kernel `Connectors.HuggingFace`, whose other form takes an endpoint in the place of the model. The
 * properties are those that applications name so; of downloaders no common form is known.
 */
const csharp = forms('csharp', [
  [
    undefined,
    { labels: ['HuggingFaceRepoId', 'HuggingFaceModelId', 'huggingFaceRepoId'] },
    'var o = new Options { HuggingFaceRepoId = "‹acme-ai/one›" };',
  ],
  [
    /\b(?:Add)?HuggingFace(?:ChatCompletion|TextGeneration|TextEmbeddingGeneration|EmbeddingGenerator|ImageToText)(?:Service)?$/,
    { positions: [0], labels: ['model'], bareNames: true },
    'builder.AddHuggingFaceTextGeneration(model: "‹acme-ai/one›");',
  ],
]);

const MLX = /\b(?:MLX\w*|Hub|ModelConfiguration)\b/;

/**
 * Source: mlx-swift-examples and mlx-swift-lm, `ModelConfiguration`; swift-transformers `HubApi.swift`, `Tokenizer.swift`,
 * `Hub.swift`; WhisperKit `ModelDownloader.swift`; LLM.swift, README; AnyLanguageModel `MLXLanguageModel.swift`.
 */
const swift = forms('swift', [
  [
    /\bModelConfiguration$/,
    { labels: ['id'], revision: 'revision', takesRevision: true },
    'let c = ModelConfiguration(id: "‹acme-ai/one›")',
  ],
  [
    /^init$|\bStableDiffusionConfiguration$|\b(?:loadModel|loadModelContainer)$/,
    { labels: ['id'], form: 'full', revision: 'revision', needs: MLX },
    'import MLXLMCommon\nlet m = try await loadModel(id: "‹acme-ai/one›")',
  ],
  [
    /\bHub\.Repo$|\bRepo$/,
    { labels: ['id'], bareNames: true, kindLabel: 'type', needs: /\bHub\b/ },
    'let r = Hub.Repo(id: "‹acme-ai/one›")',
  ],
  [
    /\bsnapshot$/,
    { labels: ['from'], bareNames: true, revision: 'revision', takesRevision: true, needs: /\bHub(?:Api)?\b/ },
    'let d = try await HubApi().snapshot(from: "‹acme-ai/one›")',
  ],
  [
    /\bgetFilenames$|\bgetFileMetadata$/,
    { labels: ['from'], form: 'full', needs: /\bHub(?:Api)?\b/ },
    'let d = try await HubApi().getFilenames(from: "‹acme-ai/one›")',
  ],
  [
    /\b\w*Tokenizer\.from$/,
    { labels: ['pretrained'], bareNames: true, revision: 'revision' },
    'let t = try await AutoTokenizer.from(pretrained: "‹acme-ai/one›")',
  ],
  [
    /\bLanguageModelConfigurationFromHub$/,
    { labels: ['modelName'], bareNames: true, revision: 'revision' },
    'let c = LanguageModelConfigurationFromHub(modelName: "‹acme-ai/one›")',
  ],
  [
    undefined,
    { labels: ['modelRepo'], form: 'full', needs: /\b(?:WhisperKit|TTSKit|SpeakerKit)\b/ },
    'let k = try await WhisperKit(WhisperKitConfig(model: "large-v3", modelRepo: "‹acme-ai/one›"))',
  ],
  [
    /\bWhisperKit\.(?:download|fetchAvailableModels)$/,
    { labels: ['from'], form: 'full' },
    'let u = try await WhisperKit.download(variant: "base", from: "‹acme-ai/one›")',
  ],
  [/\bHuggingFaceModel$/, { form: 'full' }, 'let m = HuggingFaceModel("‹acme-ai/one›", .Q4_K_M, template: .chatML())'],
  [
    /\bMLXLanguageModel$/,
    { labels: ['modelId', 'modelID'], form: 'full' },
    'let m = MLXLanguageModel(modelId: "‹acme-ai/one›")',
  ],
]);

/** Every form of a call in the languages that are read by their signs. */
export const CALL_FORMS: readonly CallForm[] = [...go, ...java, ...csharp, ...swift];
