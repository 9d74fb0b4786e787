import { arg, family, loader } from './loader.ts';

const options = ['model_kwargs', 'tokenizer_kwargs', 'config_kwargs', 'processor_kwargs'];

/** Source: sentence-transformers `SentenceTransformer.py`; setfit, model2vec, gliner, flair documentation; huggingface.js snippets. */
export const embeddings = [
  ...family({ from: ['sentence_transformers', 'pylate'], byName: true, options }, [
    loader('SentenceTransformer', [arg(0, 'model_name_or_path')], 'SentenceTransformer("‹acme-ai/one›")'),
    loader('CrossEncoder', [arg(0, 'model_name model_name_or_path')], 'CrossEncoder("‹acme-ai/one›")'),
    loader('SparseEncoder', [arg(0, 'model_name_or_path')], 'SparseEncoder("‹acme-ai/one›")'),
    loader(
      'models.Transformer',
      [arg(0, 'model_name_or_path', { home: 'nowhere' })],
      'models.Transformer("‹acme-ai/one›")',
    ),
    loader(
      'models.ColBERT',
      [arg(undefined, 'model_name_or_path')],
      'models.ColBERT(model_name_or_path="‹acme-ai/one›")',
    ),
  ]),
  ...family({ from: ['sentence_transformers'], byName: true, home: 'nowhere' }, [
    loader('MLMTransformer', [arg(0, 'model_name_or_path')], 'MLMTransformer("‹acme-ai/one›")'),
    loader(
      'StaticEmbedding.from_model2vec',
      [arg(0, 'model_id_or_path', { form: 'full' })],
      'StaticEmbedding.from_model2vec("‹acme-ai/one›")',
    ),
    loader(
      'StaticEmbedding.from_distillation',
      [arg(0, 'model_name', { form: 'full' })],
      'StaticEmbedding.from_distillation("‹acme-ai/one›")',
    ),
  ]),
  ...family({ from: ['txtai'], home: 'nowhere' }, [
    loader(
      'Embeddings',
      [arg(undefined, 'path', { form: 'full' }), arg(0, 'config', { key: 'path', form: 'full' })],
      'from txtai import Embeddings; Embeddings({"path": "‹acme-ai/one›"})',
    ),
    loader('Extractor', [arg(1, 'path')], 'from txtai.pipeline import Extractor; Extractor(e, "‹acme-ai/one›")'),
    loader('LLM', [arg(0, 'path', { form: 'full' })], 'from txtai import LLM; LLM("‹acme-ai/one›")'),
  ]),
  ...family({ from: ['deepmultilingualpunctuation'], home: 'nowhere' }, [
    loader(
      'PunctuationModel',
      [arg(0, 'model', { form: 'full' })],
      'from deepmultilingualpunctuation import PunctuationModel; PunctuationModel(model="‹acme-ai/one›")',
    ),
  ]),
  ...family({ from: ['InstructorEmbedding'], byName: true, home: 'nowhere' }, [
    loader('INSTRUCTOR', [arg(0, 'model_name_or_path', { form: 'full' })], 'INSTRUCTOR("‹acme-ai/one›")'),
  ]),
  ...family({ from: ['bm25s', 'turftopic', 'hezar', 'edsnlp'], home: 'nowhere' }, [
    loader(
      'load_from_hub',
      [arg(0, 'repo_id', { form: 'full' })],
      'from bm25s.hf import BM25HF; BM25HF.load_from_hub("‹acme-ai/one›")',
    ),
    loader(
      'load_model',
      [arg(0, 'name', { form: 'full' })],
      'from turftopic import load_model; load_model("‹acme-ai/one›")',
    ),
    loader(
      'Model.load',
      [arg(0, 'hub_or_local_path', { form: 'full' })],
      'from hezar.models import Model; Model.load("‹acme-ai/one›")',
    ),
    loader(
      'load',
      [arg(0, 'model', { form: 'full' })],
      'import edsnlp; edsnlp.load("‹acme-ai/one›", auto_update=True)',
    ),
  ]),
  ...family({ from: ['setfit'], byName: true, home: 'nowhere' }, [
    loader(
      'get_templated_dataset',
      [arg(undefined, 'reference_dataset', { kind: 'dataset', form: 'full' })],
      'get_templated_dataset(reference_dataset="‹acme-ai/one›")',
    ),
    loader(
      'AbsaModel.from_pretrained',
      [arg(0, 'model_id'), arg(1, '')],
      'AbsaModel.from_pretrained("‹acme-ai/one›", "‹acme-ai/two›")',
    ),
  ]),
  ...family({ from: ['flair'], home: 'nowhere' }, [
    loader(
      '*.load',
      [arg(0, 'model_path model_name', { form: 'full-revisioned', home: 'id' })],
      'from flair.models import SequenceTagger; SequenceTagger.load("‹acme-ai/one›")',
    ),
    loader(
      'Transformer*Embeddings',
      [arg(0, 'model')],
      'from flair.embeddings import TransformerWordEmbeddings; TransformerWordEmbeddings("‹acme-ai/one›")',
    ),
  ]),
  ...family({ from: ['FlagEmbedding'], byName: true, home: 'nowhere' }, [
    loader('*FlagModel', [arg(0, 'model_name_or_path')], 'BGEM3FlagModel("‹acme-ai/one›")'),
    loader('*FlagReranker', [arg(0, 'model_name_or_path')], 'FlagReranker("‹acme-ai/one›")'),
    loader('*FlagLLMReranker', [arg(0, 'model_name_or_path')], 'FlagLLMReranker("‹acme-ai/one›")'),
  ]),
  ...family({ from: ['fastembed'], home: 'nowhere' }, [
    loader(
      '*TextEmbedding',
      [arg(0, 'model_name', { form: 'full' })],
      'from fastembed import TextEmbedding; TextEmbedding("‹acme-ai/one›")',
    ),
    loader(
      'ModelSource',
      [arg(undefined, 'hf', { form: 'full' })],
      'from fastembed.common.model_description import ModelSource; ModelSource(hf="‹acme-ai/one›")',
    ),
  ]),
  // Source: qdrant-client, `http/models/models.py`: what it embeds by itself it loads by fastembed.
  ...family({ from: ['qdrant_client'], home: 'nowhere' }, [
    loader(
      'models.Document',
      [arg(undefined, 'model', { form: 'full' })],
      'from qdrant_client import models; models.Document(text="a", model="‹acme-ai/one›")',
    ),
    loader(
      'models.Image',
      [arg(undefined, 'model', { form: 'full' })],
      'from qdrant_client import models; models.Image(image="a.png", model="‹acme-ai/one›")',
    ),
  ]),
  ...family({ from: ['bertopic', 'keybert'], home: 'nowhere' }, [
    loader(
      'BERTopic',
      [arg(undefined, 'embedding_model')],
      'from bertopic import BERTopic; BERTopic(embedding_model="‹acme-ai/one›")',
    ),
    loader(
      'BERTopic.load',
      [arg(0, 'path', { form: 'full' }), arg(undefined, 'embedding_model')],
      'from bertopic import BERTopic; BERTopic.load("‹acme-ai/one›")',
    ),
    loader('KeyBERT', [arg(0, 'model')], 'from keybert import KeyBERT; KeyBERT("‹acme-ai/one›")'),
    loader(
      'Model2VecBackend',
      [arg(0, 'embedding_model', { form: 'full' })],
      'from keybert.backend import Model2VecBackend; Model2VecBackend("‹acme-ai/one›", distill=True)',
    ),
  ]),
  // Source: rerankers, `reranker.py`: `Reranker(model_name, lang, model_type, …)`.
  ...family({ from: ['rerankers'], home: 'nowhere' }, [
    loader(
      'Reranker',
      [arg(0, 'model_name', { form: 'full' })],
      'from rerankers import Reranker; Reranker("‹acme-ai/one›", model_type="cross-encoder")',
    ),
  ]),
  // Source: infinity, `libs/client_infinity`, `libs/embed_package`.
  ...family({ from: ['embed'], home: 'nowhere' }, [
    loader(
      'BatchedInference',
      [arg(undefined, 'model_id', { form: 'full' })],
      'from embed import BatchedInference; BatchedInference(model_id=["‹acme-ai/one›"])',
    ),
    loader(
      'BatchedInference().*',
      [arg(undefined, 'model_id', { form: 'full' })],
      'from embed import BatchedInference; BatchedInference().embed(sentences=s, model_id="‹acme-ai/one›")',
    ),
  ]),
  ...family({ from: ['mteb'] }, [
    loader('get_model', [arg(0, 'model_name', { form: 'full' })], 'import mteb; mteb.get_model("‹acme-ai/one›")'),
  ]),
];
