/**
 * The looks of a report, in the file and in the panel. In the editor its theme's variables decide, elsewhere the reader's
 * choice of light or dark; with forced colours the system's. No colour says what no word says.
 */
export const reportStyle = `
:root {
  color-scheme: light dark;
  --mt-text: var(--vscode-foreground, #1f2328);
  --mt-faint: var(--vscode-descriptionForeground, #59636e);
  --mt-ground: var(--vscode-editor-background, #ffffff);
  --mt-panel: var(--vscode-editorWidget-background, #f6f8fa);
  --mt-line: var(--vscode-panel-border, #afb8c1);
  --mt-accent: var(--vscode-textLink-foreground, #0969da);
  --mt-band: var(--vscode-charts-blue, #0969da);
  --mt-against: var(--vscode-charts-red, #bc4c00);
  --mt-error: var(--vscode-editorError-foreground, #cf222e);
  --mt-warning: var(--vscode-editorWarning-foreground, #9a6700);
  --mt-information: var(--vscode-editorInfo-foreground, #0969da);
  --mt-font: var(--vscode-font-family, system-ui, -apple-system, "Segoe UI", sans-serif);
  --mt-code: var(--vscode-editor-font-family, ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace);
}
@media (prefers-color-scheme: dark) {
  :root {
    --mt-text: var(--vscode-foreground, #e6edf3);
    --mt-faint: var(--vscode-descriptionForeground, #9da7b1);
    --mt-ground: var(--vscode-editor-background, #0d1117);
    --mt-panel: var(--vscode-editorWidget-background, #161b22);
    --mt-line: var(--vscode-panel-border, #59636e);
    --mt-accent: var(--vscode-textLink-foreground, #58a6ff);
    --mt-band: var(--vscode-charts-blue, #58a6ff);
    --mt-against: var(--vscode-charts-red, #f0883e);
    --mt-error: var(--vscode-editorError-foreground, #ff7b72);
    --mt-warning: var(--vscode-editorWarning-foreground, #d29922);
    --mt-information: var(--vscode-editorInfo-foreground, #58a6ff);
  }
}
@media (forced-colors: active) {
  :root {
    --mt-text: CanvasText;
    --mt-faint: CanvasText;
    --mt-ground: Canvas;
    --mt-panel: Canvas;
    --mt-line: CanvasText;
    --mt-accent: LinkText;
    --mt-band: GrayText;
    --mt-against: Highlight;
    --mt-error: CanvasText;
    --mt-warning: CanvasText;
    --mt-information: CanvasText;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--mt-ground); color: var(--mt-text); font: 14px/1.5 var(--mt-font); }
.report { container-type: inline-size; max-width: 800px; margin: 0 auto; padding: 16px; }
.report code { font-family: var(--mt-code); font-size: 0.92em; overflow-wrap: anywhere; }
.report h1 { margin: 0; font-size: 22px; line-height: 1.3; font-weight: 600; }
.report h2 { margin: 0 0 8px; font-size: 16px; font-weight: 600; }
.report h3 { margin: 0 0 4px; font-size: 14px; font-weight: 600; }
.report p { margin: 0 0 8px; overflow-wrap: anywhere; }
.report a { color: var(--mt-accent); }
.kicker, .subject, .note { color: var(--mt-faint); }
.note { font-size: 13px; }
.section { margin-top: 20px; padding-top: 16px; border-top: 1px solid var(--mt-line); }
.section-verdict { border-top: 0; margin-top: 8px; padding-top: 0; }
.verdict { display: flex; gap: 10px; align-items: center; padding: 10px 12px; font-size: 16px;
  border: 1px solid var(--mt-line); border-left-width: 6px; background: var(--mt-panel); }
.verdict-dangerous, .verdict-risky { border-left-color: var(--mt-error); }
.verdict-caution { border-left-color: var(--mt-warning); }
.verdict-clear, .verdict-trusted { border-left-color: var(--mt-information); }
.mark { display: inline-flex; justify-content: center; align-items: center; flex: none; width: 1.6em; height: 1.6em;
  border: 1px solid currentColor; border-radius: 50%; font-size: 0.85em; font-weight: 700; line-height: 1; }
.verdict-dangerous .mark, .verdict-risky .mark, .finding-error .mark, .finding-error .severity { color: var(--mt-error); }
.verdict-caution .mark, .finding-warning .mark, .finding-warning .severity { color: var(--mt-warning); }
.verdict-clear .mark, .verdict-trusted .mark, .finding-information .mark, .finding-information .severity { color: var(--mt-information); }
.verdict-unknown .mark, .finding-hint .mark, .finding-hint .severity { color: var(--mt-faint); }
.findings { margin: 0 0 16px; padding: 0; list-style: none; }
.finding { margin: 0 0 12px; padding: 10px 12px; border: 1px solid var(--mt-line); background: var(--mt-panel); }
.finding h3 { display: flex; flex-wrap: wrap; gap: 2px 8px; align-items: center; }
.rule { color: var(--mt-faint); font-weight: 400; }
.facts { margin: 0 0 8px; }
.facts > div { display: grid; grid-template-columns: 150px minmax(0, 1fr); gap: 0 12px; padding: 2px 0; }
.facts dt { color: var(--mt-faint); }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.report ul, .report ol { margin: 0 0 8px; padding-left: 22px; }
.report .findings { padding-left: 0; }
.report li { overflow-wrap: anywhere; }
.steps { margin: 12px 0; }
.scroll { overflow-x: auto; margin: 0 0 8px; }
.scroll:focus-visible, summary:focus-visible { outline: 2px solid var(--vscode-focusBorder, var(--mt-accent)); outline-offset: 2px; }
.report table { border-collapse: collapse; width: 100%; font-size: 13px; }
.report caption { text-align: left; color: var(--mt-faint); padding: 0 0 6px; }
.report th, .report td { padding: 4px 10px 4px 0; text-align: left; vertical-align: top; font-weight: 400;
  border-bottom: 1px solid var(--mt-line); min-width: 84px; }
.report tbody th { min-width: 104px; }
.report .number { min-width: 58px; }
.report caption > span { display: inline-block; max-width: 100cqi; }
.report thead th { color: var(--mt-faint); font-weight: 600; vertical-align: bottom; }
.report .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.picture { margin: 12px 0; }
.picture svg { display: block; max-width: 100%; height: auto; }
.picture svg rect, .picture svg circle, .picture svg line, .picture svg text { forced-color-adjust: none; }
.narrow { display: none; }
.picture details { margin-top: 6px; }
.picture summary { color: var(--mt-faint); cursor: pointer; font-size: 13px; }
@container (max-width: 699px) {
  .wide { display: none; }
  .narrow { display: block; }
}
@container (max-width: 480px) {
  .facts > div { grid-template-columns: minmax(0, 1fr); padding: 4px 0; }
}
@media print {
  body { font-size: 11pt; }
  .report { max-width: none; padding: 0; }
  .finding, .steps, .picture, .verdict, .report tr { break-inside: avoid; }
  .report h2, .report h3, .report caption { break-after: avoid; }
  .scroll { overflow: visible; }
}
`;

/** Of the style above, for a policy that lets no other style in. A test holds it to the text. */
export const reportStyleHash = 'sha256-UDZFJa18emHCGUeg5a3g4VS1gT/HE1aexea3YwauKm8=';
