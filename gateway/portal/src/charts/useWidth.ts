import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** Charts are drawn at their real width: scaling a drawing would make its text unreadable on a phone. */
export function useWidth<T extends HTMLElement>(most: number): [RefObject<T | null>, number] {
  const ref = useRef<T>(null);
  const [width, setWidth] = useState(320);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const measure = () => setWidth(Math.max(220, Math.min(most, Math.floor(element.clientWidth))));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [most]);
  return [ref, width];
}
