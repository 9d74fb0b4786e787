import { expect, test } from 'vitest';
import { readInstructions } from '../../../src/core/instructions/documents/readInstructions.ts';
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
