import { describe, expect, test } from 'vitest';
import { CONFIG_DIALECTS } from '../../../src/core/references/catalogue/configFields.ts';
import { CARD } from '../../../src/core/references/catalogue/repoConfigs.ts';
import { configReader } from '../../../src/core/references/config/readConfig.ts';
import { readFrontMatter } from '../../../src/core/references/markdown/frontMatter.ts';
import { isWorthReading } from '../../../src/core/references/prefilter.ts';
import { marked, withMarks } from './marked.ts';

const syntaxOf = (path: string) => (/\.(yaml|toml)$/.exec(path)?.[1] as 'yaml' | 'toml' | undefined) ?? 'json';

describe('every kind of file reads its own example', () => {
  test.each(CONFIG_DIALECTS.map(each => [each.name, each] as const))(
    '%s',
    (_, { example, examplePath = 'config.yaml' }) => {
      const { text } = marked(example);
      const syntax = syntaxOf(examplePath);
      const { references } = configReader(syntax)({ path: examplePath, text });
      expect(
        withMarks(
          text,
          references.map(each => each.span),
        ),
      ).toBe(example);
      if (examplePath !== 'MODELS') expect(isWorthReading(syntax, text)).toBe(true);
    },
  );

  test('card', () => {
    const picture = `---\n${CARD.example}---\n`;
    const { text } = marked(picture);
    expect(
      withMarks(
        text,
        readFrontMatter(text).map(each => each.span),
      ),
    ).toBe(picture);
  });
});
