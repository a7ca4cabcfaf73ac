import { FORMS } from "@/lib/documents/model"
import { say } from "@/lib/words"

/** The report of a check as files; `at` is the address of one by its form. */
export const ReportLinks = ({ at }: { at: (form: string) => string }) => (
  <p className="mt-6">
    {say("Download the report:")}{" "}
    {Object.entries(FORMS).map(([form, { label }]) => (
      <a key={form} href={at(form)} className="mr-4">
        {label}
      </a>
    ))}
  </p>
)
