'use client';

import { useState } from 'react';
import { ApiError } from '../../data/ApiError.ts';
import type { LinkLook, Review } from '../../data/types.ts';
import { clientTexts as texts } from '../../text/clientTexts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { recall, remember } from '../parts/remember.ts';
import { askForCode, enter } from './enter.ts';

export type EnterFormProps = {
  readonly token: string;
  readonly look: LinkLook;
  readonly onEntered: (review: Review) => void;
};

const words = texts.client.entry;
type FieldName = 'name' | 'password' | 'email' | 'code';
type Problem = { readonly field: FieldName | null; readonly says: string };

/** Who are you: a name, and what the link asks for beyond it. */
export function EnterForm({ token, look, onEntered }: EnterFormProps) {
  const [name, setName] = useState(() => recall('name') ?? '');
  const [password, setPassword] = useState('');
  const [email, setEmail] = useState(() => recall('email') ?? '');
  const [code, setCode] = useState('');
  const [isCodeSent, setIsCodeSent] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { asksPassword, asksCode } = look;
  const needsCode = asksCode && !isCodeSent;

  const sendCode = async () => {
    await askForCode(token, email);
    remember('email', email);
    setIsCodeSent(true);
  };
  const goIn = async () => {
    const asked = { ...(asksPassword ? { password } : {}), ...(asksCode ? { email, code } : {}) };
    const review = await enter(token, { name: name.trim(), ...asked });
    remember('name', name.trim());
    onEntered(review);
  };
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (name.trim()) void attempt(needsCode ? sendCode : goIn);
    else setProblem({ field: 'name', says: words.noName });
  };
  const attempt = async (run: () => Promise<void>) => {
    setProblem(null);
    setIsBusy(true);
    try {
      await run();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(problemOf(error));
    } finally {
      setIsBusy(false);
    }
  };
  const of = (field: FieldName) => (problem?.field === field ? problem.says : null);
  return (
    <main aria-label={look.project.name} className="m-auto w-full max-w-105 px-4 py-8">
      <p className="text-15 text-text-2">{look.studio.name}</p>
      <h1 className="font-semibold text-28 tracking-[-0.01em]">{look.project.name}</h1>
      <p className="mt-2 text-16 text-text-2">
        {look.mayComment || look.maySignOff
          ? words.lead(look.studio.name)
          : words.leadReadOnly(look.studio.name)}
      </p>
      <form noValidate onSubmit={submit} className="mt-6 grid gap-4">
        <Field
          touch
          label={words.name}
          hint={words.nameHint}
          problem={of('name')}
          value={name}
          autoComplete="name"
          maxLength={200}
          onChange={({ target }) => setName(target.value)}
        />
        {asksPassword && (
          <Field
            touch
            type="password"
            label={words.password}
            hint={words.passwordHint}
            problem={of('password')}
            value={password}
            autoComplete="current-password"
            onChange={({ target }) => setPassword(target.value)}
          />
        )}
        {asksCode && !isCodeSent && (
          <Field
            touch
            type="email"
            inputMode="email"
            label={words.email}
            hint={words.emailHint}
            problem={of('email')}
            value={email}
            autoComplete="email"
            onChange={({ target }) => setEmail(target.value)}
          />
        )}
        {asksCode && isCodeSent && (
          <div>
            <p role="status" className="mb-3 text-14 text-text-2">
              {words.codeSent(email)}
            </p>
            <Field
              touch
              label={words.code}
              problem={of('code')}
              value={code}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={6}
              onChange={({ target }) => setCode(target.value.replace(/\D/g, ''))}
            />
            <div className="mt-1 -ml-4.5 flex flex-wrap">
              <Button
                look="quiet"
                size="touch"
                disabled={isBusy}
                onClick={() => {
                  setCode('');
                  void attempt(sendCode);
                }}
              >
                {words.newCode}
              </Button>
              <Button look="quiet" size="touch" onClick={() => setIsCodeSent(false)}>
                {words.otherEmail}
              </Button>
            </div>
          </div>
        )}
        {problem?.field === null && (
          <p role="alert" className="text-14 text-danger">
            {problem.says}
          </p>
        )}
        <Button look="primary" size="touch" type="submit" className="mt-1 h-13" disabled={isBusy}>
          {needsCode ? words.sendCode : words.enter}
        </Button>
      </form>
    </main>
  );
}

function problemOf({ code, status }: ApiError): Problem {
  if (code === 'link.wrong-password') return { field: 'password', says: words.wrongPassword };
  if (code === 'link.wrong-code') return { field: 'code', says: words.wrongCode };
  if (code === 'email.invalid' || code === 'request.wrong-input')
    return { field: 'email', says: words.wrongEmail };
  if (status === 429) return { field: null, says: words.tooMany };
  return { field: null, says: code === 'mail.not-sent' ? words.notSent : words.failed };
}
