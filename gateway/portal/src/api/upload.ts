import { csrfToken } from './client';
import { withoutNulls } from './nulls';
import { offlineProblem, type Problem, problemFrom } from './problem';
import { sessionEnded } from './session';

/**
 * Sends a file and tells how much of it has gone; fetch cannot say that.
 *
 * @param onProgress from 0 to 1
 */
export function upload<T>(path: string, file: Blob, onProgress: (share: number) => void, signal: AbortSignal) {
  return new Promise<T>((resolve, reject: (problem: Problem) => void) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    const token = csrfToken();
    if (token) request.setRequestHeader('X-XSRF-TOKEN', token);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(offlineProblem());
    request.onload = () => {
      const answer = read(request.responseText);
      if (request.status === 401) sessionEnded();
      if (request.status >= 200 && request.status < 300) resolve(answer as T);
      else reject(problemFrom(request.status, answer, request.getResponseHeader('Retry-After')));
    };
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function read(text: string): unknown {
  try {
    return withoutNulls(JSON.parse(text));
  } catch {
    return undefined;
  }
}
