import { Banner } from "@/app/_ui/banner"
import { TextArea } from "@/app/_ui/fields"
import { say } from "@/lib/words"

/** What stands against going on, and the field in which staff answer it. Nothing when nothing does. */
export function Warnings({ warnings }: { warnings: string[] }) {
  if (warnings.length === 0) return null
  return (
    <>
      {warnings.map((warning) => (
        <Banner key={warning} kind="note">
          {warning}
        </Banner>
      ))}
      <TextArea
        name="despite"
        label={say("Why are you going ahead anyway?")}
        hint={say("Kept in the log with your name")}
        rows={2}
      />
    </>
  )
}
