import { Banner } from "@/app/_ui/banner"
import { TextArea } from "@/app/_ui/fields"

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
        label="Why are you going ahead anyway?"
        hint="Kept in the log with your name"
        rows={2}
      />
    </>
  )
}
