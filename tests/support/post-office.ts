import { type ParsedMail, simpleParser } from "mailparser"
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server"

type Refusal = { at: "RCPT" | "DATA"; code: number; text: string }
/** What the post office does with the next letters: refuse, cut the line before or after taking it, or answer slowly. */
export type Mood = (to: string) => Refusal | "cut-before" | "cut-after" | null

const refusal = ({ code, text }: Refusal) => Object.assign(new Error(text), { responseCode: code })

/** A real mail server on this machine that keeps what it takes. */
export async function postOffice() {
  const taken: (ParsedMail & { recipient: string; raw: string })[] = []
  const seen = { tries: 0, most: 0, now: 0 }
  let mood: Mood = () => null
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    onRcptTo(address, _session, done) {
      const answer = mood(address.address)
      done(answer && typeof answer === "object" && answer.at === "RCPT" ? refusal(answer) : null)
    },
    onData(stream: SMTPServerDataStream, session: SMTPServerSession, done) {
      const to = session.envelope.rcptTo[0]?.address ?? ""
      seen.tries += 1
      const answer = mood(to)
      const chunks: Buffer[] = []
      stream.on("data", (chunk: Buffer) => chunks.push(chunk))
      stream.on("end", async () => {
        const cut = () => {
          for (const connection of (
            server as unknown as { connections: Set<{ _socket: { destroy(): void } }> }
          ).connections) {
            connection._socket.destroy()
          }
        }
        if (answer === "cut-before") return cut()
        if (answer && typeof answer === "object") return done(refusal(answer))
        const raw = Buffer.concat(chunks)
        taken.push({ ...(await simpleParser(raw)), recipient: to, raw: raw.toString() })
        if (answer === "cut-after") return cut()
        done()
      })
    },
  })
  server.on("error", () => {})
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
  const { port } = server.server.address() as { port: number }
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    seen,
    feels: (next: Mood) => {
      mood = next
    },
    close: () => new Promise<void>((closed) => server.close(closed)),
  }
}
