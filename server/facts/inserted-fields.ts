import { insertedFields } from '../knowledge/open-fields';
import type { Facts } from './model';

/** Of the open fields for the lesion count and the agent, leaves those that a fix inserted. */
export function keepInsertedFields(text: string, elements: Facts['elements']): Facts['elements'] {
  const kept = { ...elements };
  for (const id of ['lesion-count', 'agent'] as const) {
    const label = `${insertedFields[id]}: `;
    const spans = elements[id].spans.filter(({ start }) => text.slice(start - label.length, start) === label);
    kept[id] = { state: spans.length > 0 ? elements[id].state : 'absent', spans };
  }
  return kept;
}
