/** One request as it reached the replay Hub, kept so that a test can ask about it. */
export interface RecordedRequest {
  readonly at: number;
  readonly method: string;
  /** Path and query, as they came. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** `foreign`: at the other origin, where no token belongs. */
  readonly origin: 'hub' | 'foreign';
  readonly authorization: string | undefined;
  /** It would have raised the download counter. */
  readonly countsAsDownload: boolean;
  /** How many were under way when it came, itself among them. */
  readonly atOnce: number;
  /** 0 until answered; stays so when a fault answers nothing. */
  status: number;
}

/** Files whose `GET` or `HEAD` counts as a download. Source: the Hub's documentation, `models-download-stats`. */
const QUERY_FILE =
  /\/resolve\/[^/]+\/(.*\/)?(config\.(json|yaml)|hyperparams\.yaml|params\.json|meta\.yaml|adapter_config\.json|pytorch_model\.bin|[^/]+\.(nemo|gguf))$/;

export const countsAsDownload = (method: string, path: string): boolean =>
  (method === 'GET' || method === 'HEAD') && QUERY_FILE.test(path);
