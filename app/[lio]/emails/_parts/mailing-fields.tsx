import { TextArea, TextField } from "@/app/_ui/fields"

/** What an email to groups says. */
export const MailingFields = () => (
  <>
    <TextField name="subject" label="Subject" />
    <TextArea
      name="words"
      label="Email"
      hint="Leave an empty line between paragraphs. We add who it’s for, and how to reach you."
      rows={12}
    />
  </>
)
