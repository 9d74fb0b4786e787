import * as v from 'valibot';
import { madeAt } from './creation.ts';
import { count, date, flag, readBy, text } from './tolerant.ts';

/** What the Hub tells of the user or organisation that owns a repo. */
export interface PublisherFacts {
  readonly name: string;
  readonly type: 'user' | 'organization';
  readonly fullName?: string;
  /** Milliseconds since 1970. */
  readonly createdAt?: number;
  readonly followers?: number;
  readonly models?: number;
  readonly datasets?: number;
  readonly spaces?: number;
  readonly members?: number;
  /** Hugging Face has verified the organisation's domain. `false` is normal, and never a bad sign. */
  readonly verified?: boolean;
  readonly pro?: boolean;
  readonly plan?: string;
}

/** The repo that a publisher is known for. */
export interface PopularRepo {
  readonly id: string;
  /** Of 30 days. */
  readonly downloads?: number;
  readonly likes?: number;
}

const Answer = v.object({
  _id: text,
  user: text,
  name: text,
  fullname: text,
  createdAt: date,
  numFollowers: count,
  numModels: count,
  numDatasets: count,
  numSpaces: count,
  numUsers: count,
  isVerified: flag,
  isPro: flag,
  plan: text,
});

/** Reads the answer of `/api/users/{name}/overview` or of `/api/organizations/{name}/overview`. */
export function readPublisher(body: unknown, type: PublisherFacts['type']): PublisherFacts | undefined {
  const answer = readBy(Answer, body);
  const name = type === 'user' ? (answer?.user ?? answer?.name) : answer?.name;
  if (!answer || !name) return undefined;
  const facts: { [K in keyof PublisherFacts]: PublisherFacts[K] | undefined } = {
    name,
    type,
    fullName: answer.fullname,
    createdAt: madeAt(answer._id, answer.createdAt),
    followers: answer.numFollowers,
    models: answer.numModels,
    datasets: answer.numDatasets,
    spaces: answer.numSpaces,
    members: answer.numUsers,
    verified: answer.isVerified,
    pro: answer.isPro,
    plan: answer.plan,
  };
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined),
  ) as unknown as PublisherFacts;
}
