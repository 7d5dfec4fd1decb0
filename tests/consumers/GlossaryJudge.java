// Reads a glossary with OmegaT's own readers, in a project from zh-CN into en-US, and prints an entry a line:
// source, targets and comment, with tabs between.

import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.omegat.core.Core;
import org.omegat.core.data.NotLoadedProject;
import org.omegat.core.data.ProjectProperties;
import org.omegat.gui.glossary.GlossaryEntry;
import org.omegat.gui.glossary.GlossaryReaderTBX;
import org.omegat.gui.glossary.GlossaryReaderTSV;

public class GlossaryJudge {
    public static void main(String[] arguments) throws Exception {
        File file = new File(arguments[0]);
        ProjectProperties properties = new ProjectProperties(file.getAbsoluteFile().getParentFile());
        properties.setSourceLanguage("zh-CN");
        properties.setTargetLanguage("en-US");
        Core.setProject(new NotLoadedProject() {
            @Override
            public ProjectProperties getProjectProperties() {
                return properties;
            }
        });
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (GlossaryEntry entry : file.getName().endsWith(".tbx")
                ? GlossaryReaderTBX.read(file, false) : GlossaryReaderTSV.read(file, false)) {
            String targets = String.join(" | ", entry.getLocTerms(false));
            out.println(String.join("\t", entry.getSrcText(), targets, entry.getCommentText().replace("\n", " / ")));
        }
    }
}
