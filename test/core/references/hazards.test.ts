import { describe, expect, test } from 'vitest';
import type { UnsafeLoad } from '../../../src/core/hazard.ts';
import { readPython } from '../../../src/core/references/python/readPython.ts';
import { applyEdits } from '../../support/applyEdits.ts';

const hazards = (text: string) => readPython(text).codeHazards;

const unsafe = (text: string): UnsafeLoad => {
  const found = hazards(text).filter(each => each.type === 'unsafe-load');
  expect(found).toHaveLength(1);
  return found[0]!;
};

describe('loads that unpickle', () => {
  test.each([
    ['import torch\ntorch.load("a.pt")', 'torch.load', 'default', 'local'],
    ['import torch\ntorch.load(path, weights_only=False)', 'torch.load', 'off', 'unknown'],
    ['from torch import load as tl\ntl("a.pt", weights_only=flag)', 'torch.load', 'unknown', 'local'],
    ['import torch\nSAFE = False\ntorch.load("a.pt", weights_only=SAFE)', 'torch.load', 'off', 'local'],
    ['import torch\np = hf_hub_download("a/b", "x.pt")\ntorch.load(p)', 'torch.load', 'default', 'downloaded'],
    [
      'import torch\nd = snapshot_download("a/b")\ntorch.load(os.path.join(d, "x.pt"))',
      'torch.load',
      'default',
      'downloaded',
    ],
    ['import torch\nd = snapshot_download("a/b")\ntorch.load(f"{d}/x.pt")', 'torch.load', 'default', 'downloaded'],
    [
      'import torch, requests, io\nr = requests.get(url)\ntorch.load(io.BytesIO(r.content))',
      'torch.load',
      'default',
      'downloaded',
    ],
    ['import pickle\nwith open("a.pkl", "rb") as f:\n    pickle.load(f)', 'pickle.load', 'off', 'local'],
    [
      'import pickle, urllib.request as u\nu.urlretrieve(url, "a.pkl")\npickle.load(open("a.pkl", "rb"))',
      'pickle.load',
      'off',
      'downloaded',
    ],
    ['import joblib\njoblib.load(hf_hub_download("a/b", "m.joblib"))', 'joblib.load', 'off', 'downloaded'],
    ['import numpy as np\nnp.load("a.npy", allow_pickle=True)', 'np.load', 'off', 'local'],
    ['import pandas as pd\npd.read_pickle(sys.argv[1])', 'pd.read_pickle', 'off', 'unknown'],
  ])('%j', (text, api, safety, origin) => {
    expect(unsafe(text)).toMatchObject({ api, safety, origin });
  });

  test.each([
    ['path = "a.pkl"', 'local'],
    ['path = hf_hub_download(r, f)\npath = "a.pkl"', 'local'],
    ['path = "a.pkl"\npath = hf_hub_download(r, f)', 'downloaded'],
    ['path = "a.pkl"\nif far:\n    path = hf_hub_download(r, f)', 'downloaded'],
    ['if far:\n    path = hf_hub_download(r, f)\nelse:\n    path = "a.pkl"', 'downloaded'],
    ['if far:\n    path = hf_hub_download(r, f)\npath = "a.pkl"', 'local'],
    ['far = hf_hub_download(r, f)\npath = far\nfar = "a.pkl"', 'downloaded'],
    ['path = hf_hub_download(r, f)\nother = "a.pkl"\npath, x = other, 1', 'local'],
    ['path = hf_hub_download(r, f)\npath = os.path.join("a", path)', 'downloaded'],
    ['with open(hf_hub_download(r, f)) as path:\n    pass\nwith open("a.pkl") as path:\n    pass', 'local'],
  ])('the binding that counts is the last before the use: %j', (before, origin) => {
    expect(unsafe(`import pickle\n${before}\npickle.load(path)`)).toMatchObject({ origin });
    const body = `${before}\npickle.load(path)`.replace(/^/gm, '    ');
    expect(unsafe(`import pickle\ndef main():\n${body}\n`)).toMatchObject({ origin });
    const long = `    filler = [${'1, '.repeat(400)}]\n`;
    expect(unsafe(`import pickle\ndef main():\n${long}${body}\n`)).toMatchObject({ origin });
  });

  test('a binding after the use counts for the uses after it', () => {
    const loads = hazards('import pickle\na = "a"\npickle.load(a)\na = hf_hub_download(r, f)\npickle.load(a)');
    expect(loads).toMatchObject([{ origin: 'local' }, { origin: 'downloaded' }]);
  });

  test.each([
    'import torch\ntorch.load("a.pt", weights_only=True)',
    'import torch\ntorch.hub.load("pytorch/vision", "resnet18")',
    'import torch\ntorch.jit.load("a.pt")',
    'from torch.utils.cpp_extension import load\nload(name="x", sources=[])',
    'import numpy as np\nnp.load("a.npy")',
    'import json\njson.load(f)',
    'import pickle\npickle.loads(pickle.dumps(x))',
    'def load(x): pass\nload("a.pt")',
    'import evaluate\nevaluate.load("wer")',
  ])('silent: %j', text => {
    expect(hazards(text)).toEqual([]);
  });

  test.each([
    ['import torch\ntorch.load(p)', 'import torch\ntorch.load(p, weights_only=True)'],
    ['import torch\ntorch.load(p, "cpu",)', 'import torch\ntorch.load(p, "cpu", weights_only=True,)'],
    ['import torch\ntorch.load(p, weights_only=False)', 'import torch\ntorch.load(p, weights_only=True)'],
    ['import numpy\nnumpy.load(p, allow_pickle=True)', 'import numpy\nnumpy.load(p, allow_pickle=False)'],
  ])('made safe: %j', (before, after) => {
    const fixed = applyEdits(before, [unsafe(before).makeSafe!]);
    expect(fixed).toBe(after);
    expect(hazards(fixed)).toEqual([]);
  });

  test.each([
    ['# pip install torch==2.4.1\nimport torch\ntorch.load(p)', { atLeast: [2, 4], atMost: [2, 4] }],
    ['# needs torch<2.6\nimport torch\ntorch.load(p)', { atMost: [2, 5] }],
    ['# torchvision==0.19\nimport torch\ntorch.load(p)', undefined],
  ])('the torch in sight: %j', (text, torch) => {
    expect(unsafe(text).torch).toEqual(torch);
  });
});

describe('folders that would fall through to the Hub', () => {
  test('a folder is no reference', () => {
    const { references, codeHazards } = readPython('AutoModel.from_pretrained("checkpoints/last")');
    expect(references).toEqual([]);
    expect(codeHazards).toMatchObject([{ type: 'local-path', path: 'checkpoints/last', span: { start: 27, end: 43 } }]);
  });

  test.each([
    'model.save_pretrained("checkpoints/last")\nAutoModel.from_pretrained("checkpoints/last")',
    'args = TrainingArguments(output_dir="checkpoints")\nAutoModel.from_pretrained("checkpoints/last")',
    'os.makedirs("checkpoints/last")\nAutoModel.from_pretrained("checkpoints/last")',
    'AutoModel.from_pretrained("checkpoints/last", local_files_only=True)',
    'AutoModel.from_pretrained("./checkpoints/last")',
  ])('silent: %j', text => {
    expect(hazards(text)).toEqual([]);
  });

  test('an id that was saved first is a folder; one that is loaded first stays an id', () => {
    expect(readPython('m.save_pretrained("team/tuned")\nAutoModel.from_pretrained("team/tuned")').references).toEqual(
      [],
    );
    const text = 'N = "team/base"\nAutoModel.from_pretrained(N)\nm.save_pretrained(N)';
    expect(readPython(text).references).toHaveLength(1);
  });
});
