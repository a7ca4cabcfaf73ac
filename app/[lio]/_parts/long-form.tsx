import { lightChecks } from "@/app/_http/light-checks"
import { behind } from "@/app/_http/submit"
import type { FrameData } from "@/app/_http/visit"
import type { FormLook } from "@/app/_ui/form-body"
import { type FormAction, type FormValues, fieldValues } from "@/app/_ui/form-state"
import { LongFormLater } from "@/app/_ui/long-form-later"

type Props = Omit<FormLook, "lio"> & {
  frame: FrameData
  action: FormAction
  values?: FormValues
  /** What is typed is kept in the browser until it is saved; not where the page keeps drafts of its own. */
  keep?: boolean
}

/** A form of many parts, for staff: looks at what is typed, says what is not saved, and keeps it. */
export function LongForm({ frame, action, values, keep = true, ...look }: Props) {
  const input = behind(action)?.input
  return (
    <LongFormLater
      {...look}
      action={action}
      lio={frame.lio.slug}
      values={fieldValues(values)}
      formKey={crypto.randomUUID()}
      checks={input ? lightChecks(input) : {}}
      person={keep ? frame.actor.personId : undefined}
    />
  )
}
