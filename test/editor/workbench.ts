import { setTimeout as delay } from 'node:timers/promises';
import type { Frame, FrameLocator, Locator, Page } from 'playwright-core';

/** A machine that is busy with other things takes so long to show a workbench. */
const LONG = 150_000;
const USUAL = 20_000;

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** VS Code as a user drives it: by keyboard, since its lists move under a mouse. */
export class Workbench {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    // "Leave the site?" when a file has unsaved changes.
    page.on('dialog', dialog => void dialog.accept().catch(() => {}));
  }

  async ready(): Promise<void> {
    await this.page.locator('.monaco-workbench .part.editor').waitFor({ timeout: LONG });
  }

  /** Loads the window anew, with whatever was open in it: an address that names a file opens that file alone. */
  async reload(): Promise<void> {
    const address = new URL(this.page.url());
    address.searchParams.delete('payload');
    await this.page.goto(address.href, { waitUntil: 'commit' });
    await this.ready();
  }

  async editorReady(): Promise<void> {
    await this.page.locator('.editor-instance .view-line').first().waitFor({ timeout: LONG });
  }

  /** Asks `question` again and again until the answer is yes. */
  async until(what: string, question: () => Promise<boolean>, limit = USUAL): Promise<void> {
    for (const end = Date.now() + limit; !(await question()); await delay(60)) {
      if (Date.now() > end) throw new Error(`waited ${limit / 1000} s in vain until ${what}`);
    }
  }

  async command(title: string): Promise<void> {
    await this.#askFor('F1', `>${title}`, title);
  }

  /** Answers a question that a command asks with a list. */
  async pick(choice: string): Promise<void> {
    await this.page.locator('.quick-input-widget').waitFor({ timeout: USUAL });
    await this.page.keyboard.type(choice);
    await this.#choose(choice);
  }

  /** Runs a command and answers the question that it asks in words. A question that something else took away is asked for again. */
  async commandWith(title: string, words: string): Promise<void> {
    for (let triesLeft = 3; ; triesLeft--) {
      await this.command(title);
      try {
        return await this.answer(words);
      } catch (error) {
        if (triesLeft <= 1) throw error;
        await this.escape();
      }
    }
  }

  /** Answers a question that something asks in words. */
  async answer(words: string): Promise<void> {
    const box = this.page.locator('.quick-input-widget:not([style*="display: none"]) .quick-input-box input');
    await box.waitFor({ timeout: USUAL });
    await this.until(`"${words}" is written`, async () => {
      await box.fill(words, { timeout: 2000 });
      return (await box.inputValue({ timeout: 1000 })) === words;
    });
    await box.press('Enter');
    await box.waitFor({ state: 'hidden', timeout: USUAL });
  }

  /** Opens a file of the workspace by its name, or enough of its path to be found first. */
  async openFile(path: string): Promise<void> {
    const name = path.slice(path.lastIndexOf('/') + 1);
    await this.#askFor('Control+P', path, name);
    await this.page.locator(`.tabs-container .tab.active[data-resource-name="${name}"]`).waitFor({ timeout: USUAL });
  }

  /** Puts the cursor there; line and column from 1, as the status bar counts. */
  async goTo(line: number, column: number): Promise<void> {
    if ((await this.page.locator('.monaco-editor.focused').count()) === 0) {
      await this.command('View: Focus Active Editor Group');
    }
    await this.#ask('Control+G', `:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.page.getByText(`Ln ${line}, Col ${column}`).waitFor({ timeout: USUAL });
  }

  /** The numbers of the visible lines that carry a mark of that severity. */
  async markedLines(severity: Severity): Promise<number[]> {
    const numbers = await this.page.locator('.editor-instance .margin-view-overlays .line-numbers').all();
    const lines = await Promise.all(
      numbers.map(async n => ({ number: Number(await n.textContent()), y: await middle(n) })),
    );
    const marks = await Promise.all((await this.squiggles(severity).all()).map(middle));
    return lines
      .filter(({ y }) => marks.some(mark => Math.abs(mark - y) < 4))
      .map(({ number }) => number)
      .sort((a, b) => a - b);
  }

  /** Puts the cursor into the first visible line that shows `text`: in a notebook, where lines have no number of their own. */
  async clickInto(text: string): Promise<void> {
    await this.page.locator('.view-line', { hasText: text }).first().getByText(text).first().click();
  }

  squiggles(severity: Severity): Locator {
    return this.page.locator(`.monaco-editor .squiggly-${severity}`);
  }

  /** The hover card at that place, once it shows `text`. */
  async hover(line: number, column: number, text: string): Promise<Locator> {
    await this.goTo(line, column);
    return this.hoverHere(text);
  }

  /** The same where the cursor is. */
  async hoverHere(text: string): Promise<Locator> {
    const open = this.page.locator('.monaco-hover:not(.hidden)');
    const card = open.filter({ hasText: text }).first();
    await this.#untilVisible(card, `the hover says "${text}"`, ['Control+K', 'Control+I'], async () => {
      // An open card stays as it was when it was asked for. Without one, Escape would leave a notebook's cell.
      if (await open.first().isVisible()) await this.page.keyboard.press('Escape');
    });
    return card;
  }

  /** The rows of the quick-fix menu at that place, once `title` is among them. */
  async quickFixes(line: number, column: number, title: string): Promise<Locator> {
    await this.goTo(line, column);
    return this.quickFixesHere(title);
  }

  /** The same where the cursor is. */
  async quickFixesHere(title: string): Promise<Locator> {
    const rows = this.page.locator('.action-widget .monaco-list-row');
    await this.#untilVisible(rows.filter({ hasText: title }).first(), `"${title}" is offered`, ['Control+.']);
    return rows;
  }

  async applyQuickFix(line: number, column: number, title: string): Promise<void> {
    await this.goTo(line, column);
    await this.applyQuickFixHere(title);
  }

  async applyQuickFixHere(title: string): Promise<void> {
    const row = (await this.quickFixesHere(title)).filter({ hasText: title }).first();
    const focused = async () => /\bfocused\b/.test((await row.getAttribute('class')) ?? '');
    for (let moves = 0; !(await focused()); moves++) {
      if (moves > 20) throw new Error(`"${title}" cannot be reached by the arrow keys`);
      await this.page.keyboard.press('ArrowDown');
    }
    await this.page.keyboard.press('Enter');
    await row.waitFor({ state: 'hidden', timeout: USUAL });
  }

  /** The rows of the Problems panel, which this opens. */
  async problems(): Promise<Locator> {
    await this.command('Problems: Focus on Problems View');
    return this.page.locator('.markers-panel .monaco-list-row');
  }

  /** The rows of the tree view with that title. */
  treeRows(view: string): Locator {
    return this.page
      .locator('.pane', { has: this.page.locator(`.pane-header[aria-label^="${view}"]`) })
      .locator('.monaco-list-row');
  }

  /** The commands that the menu of a row offers, which this opens. */
  async rowMenu(view: string, row: string): Promise<Locator> {
    const commands = this.page.locator('.monaco-menu .action-label:not(.separator)');
    await this.until(`the menu of ${row} is open`, async () => {
      if (await commands.first().isVisible()) return true;
      await this.treeRows(view).filter({ hasText: row }).first().click({ button: 'right', timeout: 5000 });
      return false;
    });
    return commands;
  }

  /** The document inside the n-th webview. */
  webview(n = 0): FrameLocator {
    return this.page.locator('iframe.webview.ready').nth(n).contentFrame().frameLocator('iframe#active-frame');
  }

  /** The frame itself, for what only a frame can do. */
  async webviewFrame(n = 0): Promise<Frame> {
    const inner = this.page.locator('iframe.webview.ready').nth(n).contentFrame().locator('iframe#active-frame');
    const frame = await (await inner.elementHandle({ timeout: USUAL }))?.contentFrame();
    if (!frame) throw new Error('the webview has no frame');
    return frame;
  }

  async save(): Promise<void> {
    await this.page.keyboard.press('Control+S');
  }

  /** Closes whatever hangs over the editor. */
  async escape(): Promise<void> {
    await this.page.keyboard.press('Escape');
  }

  /** Opens the quick input and types into it. Its key is a toggle, so it is pressed only while nothing is open. */
  async #ask(key: string, text: string): Promise<void> {
    const box = this.page.locator('.quick-input-widget:not([style*="display: none"]) .quick-input-box input');
    await this.until(`"${text}" is typed`, async () => {
      try {
        if (!(await box.isVisible())) await this.page.keyboard.press(key);
        await box.waitFor({ timeout: 3000 });
        await box.fill(text, { timeout: 2000 });
        return (await box.inputValue({ timeout: 1000 })) === text;
      } catch {
        await this.escape(); // It closed under our hands: start again.
        return false;
      }
    });
  }

  /** Types into the quick input and takes what it finds; a list that came without the row is asked for again. */
  async #askFor(key: string, text: string, choice: string): Promise<void> {
    for (let triesLeft = 3; ; triesLeft--) {
      await this.#ask(key, text);
      try {
        return await this.#choose(choice, triesLeft > 1 ? USUAL / 2 : USUAL);
      } catch (error) {
        if (triesLeft <= 1) throw error;
        await this.escape();
      }
    }
  }

  /** Takes the row that is focused in the quick input, once its label is exactly `text`. */
  async #choose(text: string, limit = USUAL): Promise<void> {
    const label = new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
    const row = this.page.locator('.quick-input-list .monaco-list-row.focused .label-name', { hasText: label });
    await row.waitFor({ timeout: limit });
    await this.page.keyboard.press('Enter');
    // A command that asks something opens the next list in the same widget.
    await row.waitFor({ state: 'hidden', timeout: USUAL });
  }

  async #untilVisible(wanted: Locator, what: string, keys: readonly string[], before = async () => {}): Promise<void> {
    await this.until(what, async () => {
      if (await wanted.isVisible()) return true;
      await before();
      for (const key of keys) await this.page.keyboard.press(key);
      return wanted.waitFor({ timeout: 2500 }).then(
        () => true,
        () => false,
      );
    });
  }
}

async function middle(element: Locator): Promise<number> {
  const box = await element.boundingBox();
  return box ? box.y + box.height / 2 : Number.NaN;
}
