import { expect, test } from 'vitest';
import { readInstructions } from '../../../src/core/instructions/documents/readInstructions.ts';
import { readCardHazards } from '../../../src/core/instructions/readInstructionHazards.ts';
import { picture, text } from './picture.ts';

const draw = (card: string, path = 'README.md') =>
  picture(card, readInstructions({ path, language: 'markdown', text: card }));

test('a copied model card that sends its reader to a launcher', () => {
  const card = text`
    ---
    license: apache-2.0
    library_name: transformers
    pipeline_tag: token-classification
    ---
    # Privacy Filter

    Finds personal data in text.

    ## Quick start

    \`\`\`bash
    git clone https://huggingface.co/Open-OSS/privacy-filter
    cd privacy-filter
    \`\`\`

    On **Windows**, run \`start.bat\` to set up what is needed and start the model.
    On Linux and macOS:

    \`\`\`bash
    python loader.py
    \`\`\`
  `;
  expect(draw(card)).toBe(
    text`
    On **Windows**, run \`start.bat\` to set up what is needed and start the model.
                         ^^^^^^^^^ run-windows-launcher, imperative; file start.bat; BECAUSE transformers loads this model with from_pretrained; no script is needed, and it is run straight from a clone of the model
    python loader.py
    ^^^^^^^^^^^^^^^^ run-python-launcher, code; file loader.py; BECAUSE transformers loads this model with from_pretrained; no script is needed, and it is run straight from a clone of the model
    `.trimEnd(),
  );
});

test.each([
  ['python', 'runpy.run_path(d("a/b", "tools/prepare.py"))', 'run-program', 'tools/prepare.py'],
  ['python', 'exec(open(hf_hub_download("a/b", "prepare.py")).read())', 'run-program', 'prepare.py'],
  ['python', 'subprocess.run([sys.executable, hf_hub_download("a/b", "prepare.py")])', 'run-program', 'prepare.py'],
  ['bash', 'uv run --quiet https://huggingface.co/a/b/resolve/main/prepare.py', 'run-program', 'prepare.py'],
  ['bash', 'pip install -U git+https://huggingface.co/a/b', 'install-package', 'setup.py'],
])('a card that has a file of the Hub run, in %s: %s', (language, command, pattern, file) => {
  const read = (line: string) => readCardHazards(`# B\n\n\`\`\`${language}\n${line}\n\`\`\`\n`, { kind: 'model' });
  expect(read(command).filter(({ family }) => family === 'launcher')).toMatchObject([{ pattern, file, told: 'code' }]);
  expect(read(`# ${command}`).filter(({ family }) => family === 'launcher')).toEqual([]);
});

test.each(['subprocess.run(["python", "train.py"])', 'model.exec(open_clip("prepare.py"))'])(
  'not a launcher of the card: %s',
  line => expect(readCardHazards(`\`\`\`python\n${line}\n\`\`\`\n`, { kind: 'model' })).toEqual([]),
);
