import * as vscode from 'vscode';
import type { ScannedModel } from '../protocol.ts';
import { hubEndpoint } from './hubSettings.ts';

type RepoKind = ScannedModel['kind'];

const FOLDERS: Partial<Record<RepoKind, string>> = { dataset: 'datasets/', space: 'spaces/' };

/** The page of a repo where the user's Hub is. A stranger's id stays one path: it can add neither a query nor a host. */
export function hubPage(id: string, kind: RepoKind): vscode.Uri | undefined {
  const endpoint = hubEndpoint();
  if ('problem' in endpoint) return undefined;
  const segments = id.split('/');
  if (segments.some(segment => segment === '' || segment === '.' || segment === '..')) return undefined;
  return vscode.Uri.parse(`${endpoint.base}/${FOLDERS[kind] ?? ''}${segments.map(encodeURIComponent).join('/')}`, true);
}

/** Leaves the editor: VS Code asks first where the host is new to it. */
export async function openOnHub(id: string, kind: RepoKind): Promise<void> {
  const page = hubPage(id, kind);
  if (page) await vscode.env.openExternal(page);
}
