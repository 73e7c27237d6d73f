import { validateWorkflow } from '@action-validator/core';
import { expect, it } from 'vitest';
import { all, dockerfile, ignored, instructions, scriptNames, workflow } from './ciExample.ts';

it('the job for GitHub Actions is one by the schema of GitHub, may only read, and has its secrets where they are needed alone', () => {
  expect((validateWorkflow(workflow) as { errors: unknown[] }).errors).toEqual([]);
  expect(workflow).toMatch(/^permissions:\n {2}contents: read\n/m);
  expect(workflow.match(/secrets\.\w+/g)).toEqual(['secrets.TWILIO_ACCOUNT_SID', 'secrets.TWILIO_AUTH_TOKEN']);
  expect(workflow.split('\n').filter((line) => /^\s*- run:.*\$\{\{/.test(line))).toEqual([]);
  expect(workflow).not.toMatch(/uses: (?!actions\/)/);
  expect(scriptNames()).toContain('pack:client');
});

it('the Dockerfile has instructions that there are, runs scripts that there are, and no secret gets into the image', () => {
  const known = ['FROM', 'WORKDIR', 'COPY', 'RUN', 'USER', 'VOLUME', 'ENV', 'HEALTHCHECK', 'ENTRYPOINT', 'CMD'];
  expect(instructions().filter(([name]) => !known.includes(name))).toEqual([]);
  expect(all('FROM')).toEqual(['node:24-slim AS build', 'node:24-slim']);
  for (const [, script] of dockerfile.matchAll(/npm run (\S+)/g)) expect(scriptNames()).toContain(script);
  expect(ignored).toEqual(expect.arrayContaining(['**/.env', '**/node_modules', '.git']));
  expect(dockerfile).not.toMatch(/AUTH_TOKEN|ACCOUNT_SID/);
});
