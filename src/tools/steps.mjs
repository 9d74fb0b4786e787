// @ts-check
import { killGroup, startGroup } from './processGroup.mjs';

// Steps within steps count from the start of the first one.
process.env['MODEL_TRUST_BEGAN'] ??= String(Date.now());
const began = Number(process.env['MODEL_TRUST_BEGAN']);

/**
 * Says in plain words what happens now, and how many seconds after the start; on stderr, as progress.
 * @param {string} text
 */
export function say(text) {
  console.error(`[${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s] ${text}`);
}

/**
 * What became of a command. `output` is empty where the reader has seen it already.
 * @typedef {{ ok: boolean, code: number | null, ended: string, output: string }} Outcome
 */

/**
 * Runs a command to its end. It never waits for input, and is stopped with all that it started after `minutes`.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, minutes?: number, show?: boolean }} options `show`: its output is for the reader.
 * @returns {Promise<Outcome>}
 */
export function run(command, args, { cwd, env = process.env, minutes = 10, show = false }) {
  return new Promise(resolve => {
    const stdio = show ? 'inherit' : 'pipe';
    const child = startGroup(command, args, { cwd, env, stdio: ['ignore', stdio, stdio] });
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    let tooLong = false;
    const timer = setTimeout(() => {
      tooLong = true;
      killGroup(child);
    }, minutes * 60_000);
    child.once('error', error => {
      clearTimeout(timer);
      resolve({ ok: false, code: null, ended: error.message, output });
    });
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      const ended = tooLong ? `stopped after ${minutes} minutes` : signal ? `ended by ${signal}` : `exit code ${code}`;
      resolve({ ok: code === 0 && !tooLong, code, ended, output });
    });
  });
}
