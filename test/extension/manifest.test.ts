import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EDITOR_LANGUAGES, WIDER_LANGUAGES } from '../../src/core/languageWords.ts';
import { ruleIds, rules } from '../../src/core/rules/registry.ts';
import { commandSentences } from '../../src/tools/commandSentences.ts';

interface Setting {
  readonly scope?: string;
  readonly default?: unknown;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly properties?: Record<string, { readonly enum: readonly string[]; readonly description: string }>;
  readonly additionalProperties?: { readonly items: { readonly enum: readonly string[] } };
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const { contributes, capabilities } = manifest;
const groups: { title: string; order: number; properties: Record<string, Setting> }[] = contributes.configuration;
const settings = new Map(groups.flatMap(group => Object.entries(group.properties)));
const commands: string[] = contributes.commands.map(({ command }: { command: string }) => command);
const sources = readdirSync('src/extension')
  .map(file => readFileSync(`src/extension/${file}`, 'utf8'))
  .join('\n');

describe('the manifest', () => {
  it('offers exactly the rules that there are, with their questions', () => {
    const offered = settings.get('modelTrust.rules')!.properties!;
    expect(Object.keys(offered)).toEqual(rules.map(({ id }) => id));
    for (const { id, asks } of rules) {
      expect(offered[id]).toMatchObject({
        enum: ['error', 'warning', 'information', 'hint', 'off'],
        description: asks,
      });
    }
    expect(settings.get('modelTrust.ignored')!.additionalProperties!.items.enum).toEqual(['*', ...ruleIds]);
  });

  it('groups its settings under titles, in order, each with a default, a scope and one sentence', () => {
    expect(groups.map(({ order }) => order)).toEqual(groups.map((_, index) => index + 1));
    for (const [name, { description, markdownDescription, scope, default: value }] of settings) {
      expect(name).toMatch(/^modelTrust\.[a-z]+([A-Z][a-z]+|\.server)?$/);
      expect(value, name).toBeDefined();
      expect(scope, name).toMatch(/^(resource|window|machine|machine-overridable)$/);
      expect((description ?? markdownDescription)!.replace(/`[^`]*`/g, '').match(/\.(?=\s|$)/g), name).toHaveLength(1);
    }
  });

  it('lets no untrusted workspace set what could silence or mislead', () => {
    const harmless = ['modelTrust.codeLens', 'modelTrust.inlayVerdicts', 'modelTrust.trace.server'];
    expect(capabilities.untrustedWorkspaces.restrictedConfigurations.toSorted()).toEqual(
      [...settings.keys()].filter(name => !harmless.includes(name)).sort(),
    );
    for (const capability of Object.values<{ supported: string; description: string }>(capabilities)) {
      expect(capability.supported).toBe('limited');
      expect(capability.description).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('declares the commands that the extension has, and hides those that people do not type', () => {
    const registered = [...sources.matchAll(/registerCommand\('([\w.]+)'/g)].map(match => match[1]!);
    expect([...registered, 'modelTrust.ignoreInWorkspace'].sort()).toEqual(commands.toSorted());
    const hidden = contributes.menus.commandPalette.filter(({ when }: { when: string }) => when === 'false');
    expect(hidden.map(({ command }: { command: string }) => command).sort()).toEqual([
      'modelTrust.approveModel',
      'modelTrust.blockModel',
      'modelTrust.copyModelId',
      'modelTrust.goToPlace',
      'modelTrust.ignoreInWorkspace',
      'modelTrust.openOnHub',
      'modelTrust.openPlace',
      'modelTrust.pinModel',
      'modelTrust.refreshModels',
      'modelTrust.replaceModelId',
      'modelTrust.showDecision',
    ]);
  });

  it('gives every command an icon, our category and one sentence', () => {
    for (const { command, title, category, icon } of contributes.commands) {
      expect(title, command).toMatch(/^[A-Z]/);
      expect(category, command).toBe('Model Trust');
      expect(icon, command).toMatch(/^\$\([a-z-]+\)$/);
      expect(commandSentences[command]?.replace(/`[^`]*`/g, ''), command).toMatch(/^[A-Z][^.]*\.$/);
    }
    expect(Object.keys(commandSentences).sort()).toEqual(commands.toSorted());
  });

  it('wakes the extension for the languages that it reads and for nothing else', () => {
    expect(manifest.activationEvents).toEqual([
      ...[...EDITOR_LANGUAGES, ...WIDER_LANGUAGES].map(name => `onLanguage:${name}`),
      'onNotebook:jupyter-notebook',
      'onWebviewPanel:modelTrust.report',
    ]);
  });

  it('has an icon of 256 pixels', () => {
    const png = readFileSync(manifest.icon);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([256, 256]);
  });
});
