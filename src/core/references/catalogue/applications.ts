import { arg, family, loader } from './loader.ts';

const full = { form: 'full' } as const;
const provider = { form: 'provider', home: 'nowhere' } as const;
/** The library hands `model_kwargs` on to the loader of the model. */
const inModelKwargs = { home: { dictionary: 'model_kwargs' } } as const;
const options = ['model_kwargs', 'tokenizer_kwargs', 'encode_kwargs', 'client_kwargs', 'huggingfacehub_kwargs'];

/** Frameworks for retrieval and agents. Source: the libraries' own documentation. */
export const applications = [
  ...family(
    {
      from: ['langchain', 'langchain_community', 'langchain_huggingface', 'langchain_classic'],
      byName: true,
      options,
      home: 'nowhere',
    },
    [
      loader(
        'HuggingFaceEmbeddings',
        [arg(undefined, 'model_name model', inModelKwargs)],
        'HuggingFaceEmbeddings(model_name="‹acme-ai/one›")',
      ),
      loader(
        'HuggingFaceInstructEmbeddings',
        [arg(undefined, 'model_name', inModelKwargs)],
        'HuggingFaceInstructEmbeddings(model_name="‹acme-ai/one›")',
      ),
      loader(
        'HuggingFaceBgeEmbeddings',
        [arg(undefined, 'model_name', inModelKwargs)],
        'HuggingFaceBgeEmbeddings(model_name="‹acme-ai/one›")',
      ),
      loader(
        'HuggingFaceInferenceAPIEmbeddings',
        [arg(undefined, 'model_name')],
        'HuggingFaceInferenceAPIEmbeddings(model_name="‹acme-ai/one›")',
      ),
      loader(
        'SentenceTransformerEmbeddings',
        [arg(undefined, 'model_name', inModelKwargs)],
        'SentenceTransformerEmbeddings(model_name="‹acme-ai/one›")',
      ),
      loader(
        'HuggingFaceEndpoint',
        [arg(undefined, 'repo_id model', provider)],
        'HuggingFaceEndpoint(repo_id="‹acme-ai/one›")',
      ),
      loader('HuggingFaceHub', [arg(undefined, 'repo_id')], 'HuggingFaceHub(repo_id="‹acme-ai/one›")'),
      loader(
        'HuggingFaceHubEmbeddings',
        [arg(undefined, 'repo_id model')],
        'HuggingFaceHubEmbeddings(repo_id="‹acme-ai/one›")',
      ),
      loader(
        'HuggingFaceEndpointEmbeddings',
        [arg(undefined, 'model repo_id')],
        'HuggingFaceEndpointEmbeddings(model="‹acme-ai/one›")',
      ),
      loader(
        'HuggingFacePipeline.from_model_id',
        [arg(0, 'model_id', inModelKwargs)],
        'HuggingFacePipeline.from_model_id(model_id="‹acme-ai/one›", task="x")',
      ),
      loader('ChatHuggingFace', [arg(undefined, 'model_id')], 'ChatHuggingFace(model_id="‹acme-ai/one›")'),
      loader(
        'HuggingFaceCrossEncoder',
        [arg(undefined, 'model_name', inModelKwargs)],
        'HuggingFaceCrossEncoder(model_name="‹acme-ai/one›")',
      ),
      loader(
        'HuggingFaceDatasetLoader',
        [arg(0, 'path', { kind: 'dataset' })],
        'HuggingFaceDatasetLoader("‹acme-ai/one›", "text")',
      ),
      loader('init_chat_model', [arg(0, 'model')], 'init_chat_model("‹acme-ai/one›", model_provider="huggingface")', {
        told: { keyword: 'model_provider', kinds: { huggingface: 'model' } },
      }),
      loader('init_chat_model', [arg(0, 'model', { form: 'colon' })], 'init_chat_model("huggingface:‹acme-ai/one›")'),
    ],
  ),
  // Source: pydantic-ai, docs on models, Hugging Face.
  ...family({ from: ['pydantic_ai'], home: 'nowhere' }, [
    loader(
      'HuggingFaceModel',
      [arg(0, 'model_name', { form: 'full' })],
      'from pydantic_ai.models.huggingface import HuggingFaceModel; HuggingFaceModel("‹acme-ai/one›")',
    ),
    loader(
      'Agent',
      [arg(0, 'model', { form: 'colon' })],
      'from pydantic_ai import Agent; Agent("huggingface:‹acme-ai/one›")',
    ),
  ]),
  ...family({ from: ['llama_index'], byName: true, options, home: 'nowhere' }, [
    loader('HuggingFaceEmbedding', [arg(0, 'model_name')], 'HuggingFaceEmbedding(model_name="‹acme-ai/one›")'),
    loader(
      'HuggingFaceLLM',
      [arg(undefined, 'model_name', inModelKwargs), arg(undefined, 'tokenizer_name')],
      'HuggingFaceLLM(model_name="‹acme-ai/one›", tokenizer_name="‹acme-ai/one›")',
    ),
    loader(
      'HuggingFaceInferenceAPI',
      [arg(0, 'model_name model')],
      'HuggingFaceInferenceAPI(model_name="‹acme-ai/one›")',
    ),
    loader(
      'SentenceTransformerRerank',
      [arg(undefined, 'model')],
      'SentenceTransformerRerank(model="‹acme-ai/one›", top_n=3)',
    ),
    loader(
      'resolve_embed_model',
      [arg(0, 'embed_model', { form: 'local' })],
      'resolve_embed_model("local:‹acme-ai/one›")',
    ),
  ]),
  ...family({ from: ['haystack', 'haystack_integrations'], byName: true, home: 'nowhere' }, [
    loader(
      'SentenceTransformers*Embedder',
      [arg(0, 'model', { ...full, home: 'argument' })],
      'SentenceTransformersDocumentEmbedder(model="‹acme-ai/one›")',
    ),
    loader('SentenceTransformers*', [arg(0, 'model', full)], 'SentenceTransformersTextEmbedder(model="‹acme-ai/one›")'),
    loader('Transformers*Ranker', [arg(0, 'model', full)], 'TransformersSimilarityRanker(model="‹acme-ai/one›")'),
    loader('HuggingFaceLocal*Generator', [arg(0, 'model')], 'HuggingFaceLocalGenerator(model="‹acme-ai/one›")'),
    loader('SASEvaluator', [arg(0, 'model', full)], 'SASEvaluator(model="‹acme-ai/one›")'),
    loader('ExtractiveReader', [arg(0, 'model', full)], 'ExtractiveReader(model="‹acme-ai/one›")'),
    loader(
      'HuggingFaceAPI*',
      [arg(1, 'api_params', { key: 'model', ...provider })],
      'HuggingFaceAPIGenerator(api_type="x", api_params={"model": "‹acme-ai/one›"})',
    ),
    loader('Transformers*Router', [arg(undefined, 'model', full)], 'TransformersTextRouter(model="‹acme-ai/one›")'),
    loader('TransformersChatGenerator', [arg(0, 'model', full)], 'TransformersChatGenerator(model="‹acme-ai/one›")'),
    loader('Fastembed*Embedder', [arg(0, 'model', full)], 'FastembedTextEmbedder(model="‹acme-ai/one›")'),
  ]),
  ...family({ from: ['litellm'], byName: true, home: 'nowhere' }, [
    loader(
      'completion',
      [arg(0, 'model', { form: 'litellm' })],
      'completion(model="huggingface/together/‹acme-ai/one›")',
    ),
    loader('acompletion', [arg(0, 'model', { form: 'litellm' })], 'acompletion(model="huggingface/‹acme-ai/one›")'),
    loader('embedding', [arg(0, 'model', { form: 'litellm' })], 'embedding(model="huggingface/‹acme-ai/one›")'),
    loader(
      'LiteLLMModel',
      [arg(0, 'model_id', { form: 'litellm' })],
      'LiteLLMModel(model_id="huggingface/‹acme-ai/one›")',
    ),
  ]),
  ...family({ from: ['dspy'], home: 'nowhere' }, [
    loader('LM', [arg(0, 'model', { form: 'litellm' })], 'import dspy; dspy.LM("huggingface/‹acme-ai/one›")'),
    loader('HFModel', [arg(0, 'model')], 'import dspy; dspy.HFModel(model="‹acme-ai/one›")'),
    loader('HFClientTGI', [arg(0, 'model', full)], 'import dspy; dspy.HFClientTGI(model="‹acme-ai/one›")'),
    loader('HFClientVLLM', [arg(0, 'model', full)], 'import dspy; dspy.HFClientVLLM(model="‹acme-ai/one›")'),
  ]),
  ...family({ from: ['smolagents'], byName: true, home: 'nowhere' }, [
    loader('InferenceClientModel', [arg(0, 'model_id', provider)], 'InferenceClientModel(model_id="‹acme-ai/one›")'),
    loader('HfApiModel', [arg(0, 'model_id', provider)], 'HfApiModel("‹acme-ai/one›")'),
    loader('TransformersModel', [arg(0, 'model_id')], 'TransformersModel(model_id="‹acme-ai/one›")'),
    loader('MLXModel', [arg(0, 'model_id')], 'MLXModel("‹acme-ai/one›")'),
    loader('VLLMModel', [arg(0, 'model_id')], 'VLLMModel("‹acme-ai/one›")'),
    loader('Tool.from_space', [arg(0, 'space_id', { kind: 'space' })], 'Tool.from_space("‹acme-ai/one›", name="n")'),
    loader('Tool.from_hub', [arg(0, 'repo_id', { kind: 'space', home: 'argument' })], 'Tool.from_hub("‹acme-ai/one›")'),
    loader(
      'load_tool',
      [arg(0, 'repo_id', { kind: 'space', home: 'argument' })],
      'load_tool("‹acme-ai/one›", trust_remote_code=True)',
    ),
  ]),
  ...family({ from: ['ray'], home: 'nowhere' }, [
    loader(
      'LLMConfig',
      [
        arg(undefined, 'model_loading_config', { key: 'model_source', ...full }),
        arg(undefined, 'model_loading_config', { key: 'model_id', ...full }),
      ],
      'from ray.serve.llm import LLMConfig; LLMConfig(model_loading_config=dict(model_id="x", model_source="‹acme-ai/one›"))',
    ),
    loader(
      '*Config',
      [arg(undefined, 'model_source', full)],
      'from ray.data.llm import vLLMEngineProcessorConfig; vLLMEngineProcessorConfig(model_source="‹acme-ai/one›")',
    ),
  ]),
  ...family({ from: ['llama_index'], byName: true, home: 'nowhere' }, [
    // Source: llama_index, `embeddings/instructor`, `embeddings/fastembed`, `postprocessor/colbert_rerank`.
    loader('InstructorEmbedding', [arg(0, 'model_name')], 'InstructorEmbedding(model_name="‹acme-ai/one›")'),
    loader('FastEmbedEmbedding', [arg(0, 'model_name', full)], 'FastEmbedEmbedding(model_name="‹acme-ai/one›")'),
    loader('ColbertRerank', [arg(undefined, 'model tokenizer', full)], 'ColbertRerank(model="‹acme-ai/one›")'),
    loader(
      '*',
      [arg(undefined, 'embed_model', { form: 'local' })],
      'VectorStoreIndex.from_documents(d, embed_model="local:‹acme-ai/one›")',
    ),
  ]),
  ...family({ from: ['chromadb'], byName: true, home: 'nowhere' }, [
    loader(
      'SentenceTransformerEmbeddingFunction',
      [arg(0, 'model_name')],
      'SentenceTransformerEmbeddingFunction(model_name="‹acme-ai/one›")',
    ),
    loader(
      'HuggingFaceEmbeddingFunction',
      [arg(undefined, 'model_name')],
      'HuggingFaceEmbeddingFunction(model_name="‹acme-ai/one›")',
    ),
  ]),
];
