import { arg, family, loader } from './loader.ts';

const dataset = { kind: 'dataset' } as const;
const files = { kind: 'dataset', form: 'address', home: 'id' } as const;
const unpinned = { kind: 'dataset', home: 'nowhere' } as const;

/** Source: datasets `load.py`, `inspect.py`; huggingface.js `local-apps.ts`; distilabel, argilla, fiftyone, daft documentation. */
export const datasets = [
  ...family({ from: ['datasets'], byName: true }, [
    loader(
      'load_dataset',
      [arg(0, 'path', dataset), arg(undefined, 'data_files', files)],
      'load_dataset("‹acme-ai/one›", "config")',
    ),
    loader('load_dataset_builder', [arg(0, 'path', dataset)], 'load_dataset_builder("‹acme-ai/one›")'),
    loader('get_dataset_config_names', [arg(0, 'path', dataset)], 'get_dataset_config_names("‹acme-ai/one›")'),
    loader('get_dataset_split_names', [arg(0, 'path', dataset)], 'get_dataset_split_names("‹acme-ai/one›")'),
    loader('get_dataset_infos', [arg(0, 'path', dataset)], 'get_dataset_infos("‹acme-ai/one›")'),
    loader('get_dataset_config_info', [arg(0, 'path', dataset)], 'get_dataset_config_info("‹acme-ai/one›")'),
    loader('load_metric', [arg(0, 'path', { kind: 'space', form: 'full' })], 'load_metric("‹acme-ai/one›")'),
  ]),
  ...family({ from: ['distilabel'] }, [
    loader(
      'LoadDataFromHub',
      [arg(undefined, 'repo_id', dataset)],
      'from distilabel.steps import LoadDataFromHub; LoadDataFromHub(repo_id="‹acme-ai/one›")',
    ),
    loader('vLLM', [arg(0, 'model')], 'from distilabel.llms import vLLM; vLLM(model="‹acme-ai/one›")'),
    loader(
      'TransformersLLM',
      [arg(0, 'model')],
      'from distilabel.llms import TransformersLLM; TransformersLLM(model="‹acme-ai/one›")',
    ),
    loader(
      'InferenceEndpointsLLM',
      [arg(undefined, 'model_id tokenizer_id', { home: 'nowhere' })],
      'from distilabel.llms import InferenceEndpointsLLM; InferenceEndpointsLLM(model_id="‹acme-ai/one›")',
    ),
  ]),
  ...family({ from: ['fiftyone'] }, [
    loader(
      'load_from_hub',
      [arg(0, 'repo_id', dataset)],
      'from fiftyone.utils.huggingface import load_from_hub; load_from_hub("‹acme-ai/one›")',
    ),
  ]),
  ...family({ from: ['argilla'] }, [
    loader(
      'Dataset.from_hub',
      [arg(0, 'repo_id', unpinned)],
      'import argilla as rg; rg.Dataset.from_hub(repo_id="‹acme-ai/one›")',
    ),
    loader(
      'FeedbackDataset.from_huggingface',
      [arg(0, 'repo_id', unpinned)],
      'import argilla as rg; rg.FeedbackDataset.from_huggingface("‹acme-ai/one›")',
    ),
  ]),
  ...family({ from: ['daft'] }, [
    loader('read_huggingface', [arg(0, 'repo', unpinned)], 'import daft; daft.read_huggingface("‹acme-ai/one›")'),
  ]),
  ...family({ from: ['lerobot'], byName: true }, [
    loader('LeRobotDataset', [arg(0, 'repo_id', dataset)], 'LeRobotDataset("‹acme-ai/one›")'),
    loader('LeRobotDatasetMetadata', [arg(0, 'repo_id', dataset)], 'LeRobotDatasetMetadata("‹acme-ai/one›")'),
  ]),
];
