import { plain } from '../api/conflict';
import type { Webhook } from '../api/contract';
import { nameOfTopic } from './words';

/** What its owner sets. The form does not show kinds of event and the one thing it is about, and keeps them. */
export interface Fields {
  url: string;
  description?: string | undefined;
  topics: string[];
  types: string[];
  unit?: string | undefined;
  subject?: string | undefined;
  rate: string;
  ordered: boolean;
}

export const fresh: Fields = { url: '', topics: [], types: [], rate: '50', ordered: true };

/** How a conflict calls them. */
export const fieldLabels: Record<keyof Fields, string> = {
  url: 'Address',
  description: 'Description',
  topics: 'What it is told',
  types: 'Kinds of event',
  unit: 'Where',
  subject: 'The one thing it is told about',
  rate: 'Most deliveries a second',
  ordered: 'In order',
};

export function fieldsOf({ url, description, filter, rate, ordered }: Webhook): Fields {
  const { topics, types, unit, subject } = filter;
  return { url, description, topics, types, unit, subject, rate: String(rate), ordered };
}

/** The whole, for the API sets what is left out as for a new webhook. */
export function requestOf({ url, description, topics, types, unit, subject, rate, ordered }: Fields) {
  return {
    url: url.trim(),
    description: description?.trim() || undefined,
    filter: { topics, types, unit: unit || null, subject: subject || null },
    rate: Number(rate),
    ordered,
  };
}

/** As a conflict compares and shows them: in one order, and by name. */
export function named(fields: Fields, unitName: (unit: string) => string) {
  const { url, description, topics, unit } = fields;
  return {
    ...fields,
    url: url.trim(),
    description: description?.trim(),
    topics: [...topics].sort().map((id) => ({ id, name: nameOfTopic(id) })),
    unit: unit && { id: unit, name: unitName(unit) },
  };
}

/** The fields again, of what was settled in a conflict. */
export function unnamed(settled: ReturnType<typeof named>): Fields {
  return plain(settled) as Fields;
}
