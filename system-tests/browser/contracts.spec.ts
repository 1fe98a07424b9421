import { fileURLToPath } from 'node:url';
import { fromFile, Parser } from '@asyncapi/parser';
import { expect, test } from '@playwright/test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

/* What others build on is read here by the tools that they read it with. */
const asyncapi = fileURLToPath(new URL('../../contracts/asyncapi.yaml', import.meta.url));

test("AsyncAPI's own parser has nothing to say about our messages, and each has an example that holds", async () => {
  const { document, diagnostics } = await fromFile(new Parser(), asyncapi).parse();
  expect(diagnostics.map((found) => `${found.path.join('/')}: ${found.message}`)).toEqual([]);

  const ajv = new Ajv2020({ strict: false });
  formats.default(ajv);
  const messages = document?.components().messages().all() ?? [];
  expect(messages.length).toBeGreaterThan(150);
  for (const message of messages) {
    const examples = message.examples().all();
    expect(examples.length, message.id()).toBe(1);
    for (const example of examples) {
      const schemas = [
        [message.payload()?.json(), example.payload()],
        [message.headers()?.json(), example.headers()],
      ];
      for (const [schema, value] of schemas) {
        if (schema !== undefined) {
          ajv.validate(schema as object, value);
          expect(ajv.errors, `${message.id()}: ${ajv.errorsText()}`).toBeNull();
        }
      }
    }
  }
});
