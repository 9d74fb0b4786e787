import { describe, expect, test } from 'vitest';
import type { Language } from '../../../src/core/document.ts';
import { readReferences } from '../../../src/core/references/readReferences.ts';
import { processorTime } from '../../support/processorTime.ts';
import { marked, withMarks } from './marked.ts';
import { COMMIT, pinned } from './pinned.ts';

const references = (language: Language, text: string, path = 'x') =>
  readReferences({ path, language, text }).references;

const pictures = (language: Language, all: readonly string[], path?: string) =>
  test.each(all.map(each => [each]))('%s', picture => {
    const { text } = marked(picture);
    const found = references(language, text, path);
    expect(
      withMarks(
        text,
        found.map(each => each.span),
      ),
    ).toBe(picture);
    for (const each of found) expectPinHolds(language, text, each.id, path);
  });

/** A pin is one edit after which the same id is at that revision. */
function expectPinHolds(language: Language, text: string, id: string, path?: string): void {
  for (const each of references(language, text, path).filter(one => one.id === id)) {
    const after = pinned(text, each);
    if (after === undefined) continue;
    expect(references(language, after, path)).toContainEqual(
      expect.objectContaining({ id, revision: expect.objectContaining({ state: 'known', value: COMMIT }) }),
    );
  }
}

/** From text to the text with every reference that can be pinned, one after the other, pinned. */
const pins = (language: Language, all: readonly (readonly [string, string])[], path?: string) =>
  test.each(all)('%s', (text, expected) => {
    const [first] = references(language, text, path);
    expect(first && pinned(text, first)).toBe(expected.replace(/REV(?!ISION)/g, COMMIT));
    expectPinHolds(language, text, first!.id, path);
  });

describe('names in a script', () => {
  pictures('shell', [
    'MODELS=("‹a/one›" "‹a/two›")\nfor m in "${MODELS[@]}"; do\n  hf download "$m"\ndone',
    'declare -A M=(\n  [small]="‹a/one›" # the small one\n  [big]=‹a/two›\n)\nvllm serve ${M[$1]}',
    'serve() {\n  local name=$1\n  vllm serve "$name"\n}\nserve ‹a/one› 8000',
    'function run { python train.py "$@"; }\nrun x',
    'run() {\n  python train.py "$@"\n}\nrun --model_name_or_path ‹a/one›',
    'case $1 in\n  small) NAME=‹a/one› ;;\n  big) NAME="‹a/two›" ;;\nesac\nvllm serve $NAME',
    'NAME=${1:-‹a/one›}\nif [[ -z "$NAME" ]]; then exit; fi\nvllm serve "$NAME"',
    'NAME="${NAME:-"‹a/one›"}"\nvllm serve "${NAME}"',
    ': "${NAME:=‹a/one›}"\nvllm serve $NAME',
    'ARGS="--model_name_or_path ‹a/one› --dataset_name ‹a/two›"\ndeepspeed train.py $ARGS',
    'ARGS=(--x 1)\nARGS+=(--model_path ‹a/one›)\ntorchrun --nproc 2 train.py "${ARGS[@]}"',
    'M=‹a/one›\nlm_eval --model hf --model_args "pretrained=${M},dtype=auto"',
    'M=‹a/one›\nlm_eval --model_args pretrained=$M,peft=‹a/two›',
    'ORG=a\nvllm serve $ORG/one',
    'M=‹a/one›\nbash -c "vllm serve $M --port 80"',
    'ssh host "hf download ‹a/one›"',
    'srun --gpus 1 bash -c "python train.py --model_name_or_path ‹a/one›"',
    'docker run x bash -c "hf download ‹a/one›"',
    "cat > run.sh <<'EOF'\nhf download ‹a/one›\nEOF",
    'MODEL_PATH=‹a/one› OUT=x python train.py --model_path $MODEL_PATH',
    'vllm serve \\\n  ‹a/one› \\\n  # --model b/two \\\n  --port 1',
    'python3 -m verl.trainer.main_ppo actor_rollout_ref.model.path=‹a/one› data.train_files=b/c',
    'python x.py --data_path ‹a/one› ‹a/two› --out z/y',
    'python x.py --dataset ‹a/one›,‹a/two›',
    'python x.py --model_path runs_x/y --output_dir runs_x/z',
    'swift sft --model a/one',
    'swift sft --use_hf true --model ‹a/one›',
    'conda run -n x vllm serve ‹a/one›',
    'echo x | xargs -I{} hf download ‹a/one›',
    '# see https://huggingface.co/‹a/one›.\nX="https://huggingface.co/‹a/two›"',
  ]);
});

describe('a model that everybody knows by a bare name', () => {
  pictures('shell', [
    'torchrun --nproc_per_node=2 train.py --model_id ‹bert-base-uncased› --lr 5e-5\npython x.py --model-id ‹gpt2›',
    'python x.py --model ‹roberta-base›\npython x.py --model gpt2 --model_name resnet-50 --tokenizer my-bert-base',
    './train.py --model_name_or_path ‹bert-base-cased› --teacher_id ‹acme-ai/Big-7B› --out acme-ai/two',
    'aws bedrock invoke-model --model-id gpt2',
    'export HF_MODEL_ID=‹gpt2›\nMODEL_NAME=‹bert-base-cased›\nMODEL=gpt2\nLLM_MODEL=llama3-8b',
  ]);
  pictures('python', ['hub = {"HF_MODEL_ID": "‹gpt2-large›", "HF_TASK": "text-generation"}\nMODEL_NAME = "gpt2"']);
});

describe('a command in the value of one flag', () => {
  pictures('shell', [
    'gcloud run deploy $S --image=$IMAGE --args="--model-id=‹a/one›,--quantize=awq,--port=8080" --port=80',
    "gcloud ai models upload --container-args='^;^--model=‹a/one›;--x=a,b/c' --container-image-uri=x/vllm-serve:1",
    'gcloud ai models upload --container-command=python,-m,vllm.entrypoints.openai.api_server,--model,‹a/one›',
    'gcloud run deploy x --image tgi --set-env-vars="MODEL_ID=‹a/one›,PORT=80" --update-env-vars MODEL_ID=‹a/two›',
    'az container create --image x --command-line "text-embeddings-router --model-id ‹a/one› --port 80"',
    'az containerapp create --image vllm/vllm-openai:v1 --args "--model ‹a/one› --port 80"',
    'az containerapp create --image vllm/vllm-openai:v1 --args "--model" "‹a/one›" --env-vars MODEL_ID=‹a/two› X=b/c',
    'kubectl run x --image=vllm/vllm-openai:v1 --env="MODEL_ID=‹a/two›" -- --model ‹a/one›',
    'gcloud builds submit --substitutions=_IMAGE=a/b,_X=c/d --args="--bucket=a/b"',
    'train.sh --args="--model-id=a/one,--x=1"',
  ]);
  pins('shell', [
    [
      'gcloud run deploy x --image=ghcr.io/huggingface/text-generation-inference:3 --args="--model-id=a/one,--port=80"',
      'gcloud run deploy x --image=ghcr.io/huggingface/text-generation-inference:3 --args="--model-id=a/one,--revision,REV,--port=80"',
    ],
  ]);
});

describe('a command that is printed for the reader', () => {
  pictures('shell', [
    'log_info "Examples:"\nlog_info "  hf download ‹a/one›"\nlog_info "  or see a/two"',
    'info "1) vllm serve ‹a/one› --port 80"\nprint_step \'$ transformers chat ‹a/two›\'',
    'log "Failed: hf download a/one"\ninfo_for a/one "hf auth login"',
    'usage() {\n  cat <<EOF\nUsage: $0 [model]\n  hf download ‹a/one›\n  # $0 a/two\nSee a/b and hf download a/c.\nEOF\n}',
    'cat > notes.txt <<EOF\nhf download a/one\nEOF',
  ]);
  pictures('powershell', [
    "Write-Log '  hf download ‹a/one›'\nWrite-Host \"  vllm serve ‹a/two›\" -ForegroundColor Cyan\nWrite-Log 'Could not hf download a/b'",
  ]);
});

describe('while it is typed', () => {
  pictures('shell', [
    'hf download ‹a/one›\nM="b/two\nhf download ‹a/three›\nhf download "‹a/four›"',
    "M='b/two\nhf download '‹a/three›'",
    'hf download $(echo\nhf download ‹a/three›',
  ]);
});

describe('pins', () => {
  pins('shell', [
    ['hf download a/one --local-dir x', 'hf download a/one --revision REV --local-dir x'],
    ['vllm serve \\\n  "a/one" \\\n  --port 80', 'vllm serve \\\n  "a/one" --revision REV \\\n  --port 80'],
    ['vllm serve a/one --revision main', 'vllm serve a/one --revision REV'],
    ['vllm serve --tokenizer=a/one', 'vllm serve --tokenizer=a/one --tokenizer-revision REV'],
    ['M=a/one\nvllm serve "$M" --x', 'M=a/one\nvllm serve "$M" --revision REV --x'],
    ['R=main\nvllm serve a/one --revision $R', 'R=REV\nvllm serve a/one --revision $R'],
    ['bash -c "vllm serve a/one"', 'bash -c "vllm serve a/one --revision REV"'],
    ['lm_eval --model_args pretrained=a/one,dtype=x', 'lm_eval --model_args pretrained=a/one,revision=REV,dtype=x'],
    ['python download-model.py a/one:main', 'python download-model.py a/one:REV'],
    ['wget https://huggingface.co/a/one/resolve/main/x', 'wget https://huggingface.co/a/one/resolve/REV/x'],
    ['pip install git+https://huggingface.co/a/one@v1', 'pip install git+https://huggingface.co/a/one@REV'],
    ['pip install git+https://huggingface.co/a/one', 'pip install git+https://huggingface.co/a/one@REV'],
    [
      'docker run -e MODEL_ID=a/one -e REVISION=x ghcr.io/huggingface/text-generation-inference:3',
      'docker run -e MODEL_ID=a/one -e REVISION=REV ghcr.io/huggingface/text-generation-inference:3',
    ],
  ]);
  pins('dockerfile', [
    ['FROM x\nCMD ["vllm", "serve", "a/one"]', 'FROM x\nCMD ["vllm", "serve", "a/one", "--revision", "REV"]'],
    [
      'FROM ghcr.io/huggingface/text-generation-inference:3\nENV MODEL_ID=a/one\nCMD x',
      'FROM ghcr.io/huggingface/text-generation-inference:3\nENV MODEL_ID=a/one\nENV REVISION=REV\nCMD x',
    ],
    ['ARG M=a/one\nRUN hf download ${M}', 'ARG M=a/one\nRUN hf download ${M} --revision REV'],
    ['ENV MODEL_NAME=a/one MODEL_REVISION=main', 'ENV MODEL_NAME=a/one MODEL_REVISION=REV'],
  ]);
  pins('dotenv', [['HF_MODEL_ID="a/one"\nHF_MODEL_REVISION=main\n', 'HF_MODEL_ID="a/one"\nHF_MODEL_REVISION=REV\n']]);
  pins('makefile', [['M ?= a/one\nrun:\n\tvllm serve $(M)\n', 'M ?= a/one\nrun:\n\tvllm serve $(M) --revision REV\n']]);

  test.each([
    'git clone -b v1 https://huggingface.co/a/one',
    'for m in a/one a/two; do hf download $m; done',
    'ollama run hf.co/a/one:Q4_K_M',
    'M=a/one\nhf download $M\nlitgpt download $M',
  ])('none in %s', text => {
    expect(references('shell', text)[0]).toMatchObject({ id: 'a/one', pins: [] });
  });
});

describe('statements', () => {
  test.each([
    ['llama-cli -hf a/one:Q4_K_M', { quantization: 'Q4_K_M' }],
    ['ollama run hf.co/a/one:Q4_K_M', { quantization: 'Q4_K_M' }],
    [
      'lm_eval --model_args pretrained=a/one,revision=x,trust_remote_code=True',
      { revision: 'x', trustRemoteCode: true },
    ],
    [
      'python t.py --model_name_or_path a/one --model_revision x --trust_remote_code True',
      { revision: 'x', trustRemoteCode: true },
    ],
    ['git clone -b x https://huggingface.co/a/one', { revision: 'x' }],
    ['export MODEL_ID=a/one\nexport TRUST_REMOTE_CODE=true', { trustRemoteCode: true }],
    [
      'python t.py --pretrained_model_name_or_path=a/one --variant fp16 --subfolder unet',
      { variant: 'fp16', subfolder: 'unet' },
    ],
  ] as const)('%s', (text, stated) => {
    const [first] = references('shell', text);
    for (const [name, value] of Object.entries(stated)) {
      expect(first).toHaveProperty(name, expect.objectContaining({ state: 'known', value }));
    }
  });
});

describe('Dockerfile', () => {
  pictures('dockerfile', [
    'FROM vllm/vllm-openai:latest AS x\nCOPY --from=a/b /x /y\nARG MODEL_ID=‹a/one›\nRUN hf download ${MODEL_ID}',
    'FROM x\nENV MODEL_ID ‹a/one›\nENV A=b TOKENIZER_NAME="‹a/two›" \\\n    C=d',
    'FROM x\nRUN --mount=type=cache,target=/x pip install y && \\\n  # why\n  hf download ‹a/one› && \\\n  true\nCMD ["--model-id", "‹a/two›"]',
    'FROM x\nRUN <<EOF\nhf download ‹a/one›\nEOF\nRUN hf download ‹a/two›',
    'FROM x\nRUN python -c "from transformers import AutoModel; AutoModel.from_pretrained(\'‹a/one›\')"',
    'FROM x\nENTRYPOINT ["vllm", "serve"]\nCMD ["‹a/one›", "--port", "80"]',
    'FROM x\nCMD vllm serve ‹a/one›\n# https://huggingface.co/‹a/two›',
    'FROM x\nADD https://huggingface.co/‹a/one›/resolve/main/x /x',
    'FROM x\nRUN git clone https://huggingface.co/‹a/one›',
  ]);
});

describe('Makefile', () => {
  pictures('makefile', [
    'MODEL ?= ‹a/one›\nrun:\n\tpython x.py --model $(MODEL)\n',
    'M := ‹a/one› ‹a/two› # both\nrun:\n\t@for m in $(M); do hf download $$m; done\n',
    'run:\n\tvllm serve ‹a/one› \\\n\t  --port 80\nimage = a/b\n',
  ]);
  pictures(
    'makefile',
    ['m := "‹a/one›"\nserve name="‹a/two›":\n    vllm serve {{m}}\n    vllm serve {{name}}\n'],
    'justfile',
  );
});

describe('Modelfile, settings, requirements', () => {
  pictures('modelfile', ['FROM hf.co/‹a/one›:Q4_K_M\nADAPTER ./x\n', 'FROM a/one:latest\n']);
  pictures('dotenv', [
    '# MODEL_ID=b/two\nMODEL_ID=‹a/one› # why\nexport LLM_MODEL="‹a/two›"\nOTHER=c/d\nX="y',
    'MODELS=`[\n  { "name": "‹a/one›", "tokenizer": "‹a/two›" }\n]`\n',
  ]);
  pictures('requirements', [
    'a/b\ntorch\nen @ https://huggingface.co/‹a/one›/resolve/main/x.whl # https://huggingface.co/‹a/two›\n',
  ]);
});

describe('what a script prints, sends and writes', () => {
  pictures('shell', [
    'echo "2. huggingface-cli download ‹a/one› --local-dir ./ckpts"',
    "printf 'Next: vllm serve ‹a/one›\\n'",
    'echo "MODEL_ID=‹a/one›" >> .env',
    'echo "Usage: $0 --model a/one"',
    `curl https://router.huggingface.co/v1/chat/completions -d '{"model": "‹a/one›:fastest"}'`,
    `curl http://localhost:8000/v1/completions -d '{"model": "‹Qwen/Qwen3-8B›", "prompt": "x"}'`,
    `curl "http://$HOST/v1/completions" -d "{\\"model\\": \\"‹Qwen/Qwen3-8B›\\"}"`,
    `curl https://api.example.com/v1/completions -d '{"model": "Qwen/Qwen3-8B"}'`,
    `curl 127.0.0.1:80/generate -d '{"inputs": "x", "parameters": {"adapter_id": "‹nobody/some-lora-7b-V1›"}}'`,
    'cat > c.yaml <<EOF\nbase_model: ‹a/one›\ndatasets:\n  - path: ‹a/two›\n    type: x\nEOF',
    'kubectl apply -f - <<EOF\nimage: vllm/vllm-openai\nargs: ["--model", "‹a/one›"]\nEOF',
  ]);
});

describe('names that no table lists', () => {
  pictures('shell', [
    'export SAFETY_MODEL=‹meta-llama/Llama-Guard-3-1B›',
    'export SAFETY_MODEL=a/one SERVED_MODEL_NAME=Qwen/Qwen3-8B OPENAI_MODEL=Qwen/Qwen3-8B',
    'export OPENAI_API_BASE=x SAFETY_MODEL=Qwen/Qwen3-8B',
    'python train.py --hf-checkpoint ‹a/one› --rerank_model ‹Qwen/Qwen3-Reranker-4B› --output_model Qwen/Qwen3-8B',
    'uv run train.py policy.model_name=‹Qwen/Qwen3-8B›',
    'python x.py --clip_model ViT-B/32',
    'python train.py --train_dataset_name "‹librispeech_asr›+‹distil-whisper/earnings21›" --eval_dataset_name cifar10',
    'python run_clm.py --dataset_name=‹wikitext› --output_dir out',
    'python x.py --calib_dataset ‹Salesforce/wikitext-2› --save_dataset b/data-2',
    'MODELS=(openai/gpt-4 Qwen/Qwen3-8B)\nJUDGES=(‹Qwen/Qwen3-8B›)',
  ]);
  pictures('dotenv', ['INFINITY_MODEL_ID=‹BAAI/bge-m3›;‹mixedbread-ai/one›;', 'APP_BASE_MODEL=‹h2oai/one›']);
});

describe('Windows', () => {
  pictures('batch', [
    '@echo off\nset MODEL=‹a/one›\nREM hf download b/two\npython x.py ^\n  --model_name_or_path %MODEL%\nhf download ‹a/two›',
  ]);
  pictures('powershell', [
    '$m = "‹a/one›"\n$env:MODEL_ID = "‹a/two›"\nvllm serve $m `\n  --port 80\n# hf download b/two',
  ]);
});

test('hostile texts end in time', () => {
  for (const text of [
    '"'.repeat(100_000),
    "'x\n".repeat(50_000),
    '${a:-'.repeat(30_000),
    'A=$A$A\n'.repeat(20_000),
    `hf download ${'$A'.repeat(5_000)}`,
    '<<E\n'.repeat(20_000),
    'M+=(a/b)\n'.repeat(20_000) + 'hf download $M',
    'f() {\nf $1 $2\n}\n'.repeat(3_000),
  ]) {
    const took = processorTime(() => references('shell', `hf download ${text}`));
    expect(took, text.slice(0, 20)).toBeLessThan(3000);
  }
});
