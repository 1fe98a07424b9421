// @ts-expect-error what Turndown itself reads HTML with where there is no browser; it brings no types
import domino from '@mixmark-io/domino';
import { describe, expect, it } from 'vitest';
import { markdownFrom } from './pasted';

function pasted(html: string): string | undefined {
  return markdownFrom(domino.createDocument(`<html><body>${html}</body></html>`) as Document);
}

describe('what is pasted from a page', () => {
  it('keeps headings, links and emphasis', () => {
    expect(pasted('<h2>When</h2><p>See <a href="https://a.example/b">the <b>plan</b></a>, <em>now</em>.</p>')).toBe(
      '## When\n\nSee [the **plan**](https://a.example/b), *now*.',
    );
  });

  it('keeps lists, also in lists, and tasks', () => {
    expect(pasted('<ul><li>One<ul><li>Inner</li></ul></li><li>Two</li></ul>')).toBe('- One\n  - Inner\n- Two');
    expect(pasted('<ol start="3"><li>Three</li><li>Four</li></ol>')).toBe('3. Three\n4. Four');
    expect(pasted('<ul><li><input type="checkbox" checked>Done</li><li><input type="checkbox">Open</li></ul>')).toBe(
      '- [x] Done\n- [ ] Open',
    );
  });

  it('keeps tables, whose first row is the head', () => {
    const table = '| What | Who |\n| --- | --- |\n| a \\| b | **Ann** Bo |';
    expect(
      pasted(
        '<table><thead><tr><th>What</th><th>Who</th></tr></thead><tbody><tr><td>a | b</td><td><p><b>Ann</b></p><p>Bo</p></td></tr></tbody></table>',
      ),
    ).toBe(table);
    expect(
      pasted(
        '<table style="border:1px"><colgroup><col></colgroup><tr><td>What</td><td>Who</td></tr>\n<tr><td>a | b</td><td><b>Ann</b><br>Bo</td></tr></table>',
      ),
    ).toBe(table);
  });

  it('keeps code as it is', () => {
    expect(
      pasted('<p>Call <code>a*b*c</code>:</p><pre><code class="language-java">if (a &lt; b)\n  c();</code></pre>'),
    ).toBe('Call `a*b*c`:\n\n```java\nif (a < b)\n  c();\n```');
  });

  it('brings nothing that would run', () => {
    expect(
      pasted(
        '<p onclick="alert(1)">Hi <a href="javascript:alert(1)">there</a><img src="data:image/png;base64,x" alt="a dot"></p><script>alert(1)</script><style>p{}</style>',
      ),
    ).toBe('Hi therea dot');
  });

  it('is left as plain text where that says as much', () => {
    expect(pasted('<div style="white-space:pre"><span style="color:red">## a</span></div>')).toBeUndefined();
    expect(pasted('<pre style="x">int a = *b;</pre>')).toBeUndefined();
    expect(pasted('')).toBeUndefined();
  });

  it('is not all bold when it comes from a word processor', () => {
    expect(pasted('<b style="font-weight:normal"><p>Plain <a href="https://a.example">link</a></p></b>')).toBe(
      'Plain [link](https://a.example)',
    );
  });
});
