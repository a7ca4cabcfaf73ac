"use client"

import { say } from "@/lib/words/say"
import { Mark } from "./mark"

/** Says that something broke, that it is not the reader's fault, and what to do. */
export function Trouble({ reference, retry }: { reference?: string; retry: () => void }) {
  return (
    <>
      <title>{say("Something went wrong – Trellis")}</title>
      <Mark className="mb-4 size-12 text-leaf" />
      <h1>{say("Something went wrong on our side")}</h1>
      <p>
        {say(
          "It’s not your fault. What was saved before is safe. Try again, and if it keeps happening, tell your local support organisation.",
        )}
      </p>
      {reference ? (
        <p className="text-soft">{say("Tell them this number: {reference}", { reference })}</p>
      ) : null}
      <p className="flex flex-wrap gap-4">
        <button type="button" className="button" onClick={() => retry()}>
          {say("Try again")}
        </button>
        <a href="/where" className="button button-secondary">
          {say("Go to your pages")}
        </a>
      </p>
    </>
  )
}
