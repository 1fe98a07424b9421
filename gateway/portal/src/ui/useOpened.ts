import { useState } from 'react';

/** What stood on the page when a form was opened: what others change while somebody types is a conflict to be shown. */
export function useOpened<T>(current: T): T {
  return useState(current)[0];
}
