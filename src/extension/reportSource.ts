import type * as vscode from 'vscode';
import {
  methods,
  PinAnswer,
  type PinParams,
  parseMessage,
  ReportAnswer,
  type ReportParams,
  type ReportTextParams,
} from '../protocol.ts';
import type { Server } from './languageServer.ts';

/** Where the panel has its reports from. */
export interface ReportSource {
  /** What is known now. Never rejects: what went wrong is said in the answer. */
  readonly report: (params: ReportParams) => Promise<ReportAnswer>;
  readonly pins: (params: PinParams) => Promise<PinAnswer>;
  readonly text: (params: ReportTextParams) => Promise<string | undefined>;
}

export function reportsOf(server: Server, log: vscode.LogOutputChannel): ReportSource {
  const failed = (problem: string): ReportAnswer => ({ problem, places: [] });
  return {
    async report(params) {
      try {
        const client = await server.start();
        const answer = parseMessage(ReportAnswer, await client.sendRequest(methods.report, params));
        return answer ?? failed('The language server gave an answer that this version does not understand.');
      } catch (error) {
        log.error(`The report of ${params.id} failed: ${String(error)}`);
        return failed('The language server does not answer. The log of Model Trust says more.');
      }
    },
    async pins(params) {
      const client = await server.start();
      const answer = parseMessage(PinAnswer, await client.sendRequest(methods.pinEverywhere, params));
      return answer ?? { files: [], left: 0 };
    },
    async text(params) {
      const client = await server.start();
      const text: unknown = await client.sendRequest(methods.reportText, params);
      return typeof text === 'string' ? text : undefined;
    },
  };
}
