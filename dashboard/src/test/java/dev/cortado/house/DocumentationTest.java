package dev.cortado.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a stranger can call says what it is: every public type, and every public method, constructor and constant of one.
/// What overrides something is documented where that is, and a test of a contract is a sentence by itself.
class DocumentationTest {
    private static final List<String> EXEMPT = List.of("Override", "Test", "ParameterizedTest", "TestFactory");

    @ParameterizedTest
    @ValueSource(strings = {"api", "engine-ojalgo", "engine-vector", "testkit", "datasets", "dashboard"})
    void whateverIsPublicIsDocumented(String module) throws IOException {
        List<String> bare = new ArrayList<>();
        int[] seen = new int[1];
        JavacTask task = parser(Path.of("..", module, "src/main/java"));
        DocTrees docs = DocTrees.instance(task);
        for (CompilationUnitTree file : task.parse()) {
            new Reader(docs, bare, seen).scan(file, true);
        }
        assertThat(bare).as("public and without a word").isEmpty();
        assertThat(seen[0]).as("what was looked at").isPositive();
    }

    private static JavacTask parser(Path sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> files = Files.walk(sources); var manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> java = files.filter(file -> file.toString().endsWith(".java")).toList();
            return (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(java));
        }
    }

    /// Goes through a file. What it carries along is whether everything around is public.
    private static final class Reader extends TreePathScanner<Void, Boolean> {
        private final DocTrees docs;
        private final List<String> bare;
        private final int[] seen;

        Reader(DocTrees docs, List<String> bare, int[] seen) {
            this.docs = docs;
            this.bare = bare;
            this.seen = seen;
        }

        @Override
        public Void visitClass(ClassTree type, Boolean open) {
            boolean visible = open && isPublic(type.getModifiers());
            check(visible, type.getModifiers(), type.getSimpleName());
            if (visible && type.getKind() == Tree.Kind.CLASS && type.getMembers().stream().noneMatch(Reader::isConstructor)) {
                bare.add(type.getSimpleName() + ": the constructor that Java adds");
            }
            return super.visitClass(type, visible);
        }

        @Override
        public Void visitMethod(MethodTree method, Boolean open) {
            check(open && isPublic(method.getModifiers()), method.getModifiers(), method.getName());
            return null;
        }

        @Override
        public Void visitVariable(VariableTree field, Boolean open) {
            check(open && isPublic(field.getModifiers()) && field.getModifiers().getFlags().contains(Modifier.STATIC),
                    field.getModifiers(), field.getName());
            return null;
        }

        private static boolean isConstructor(Tree member) {
            return member instanceof MethodTree method && method.getName().contentEquals("<init>");
        }

        /// All of an interface is, but what says that it is private.
        private boolean isPublic(ModifiersTree modifiers) {
            Tree around = getCurrentPath().getParentPath().getLeaf();
            boolean face = around.getKind() == Tree.Kind.INTERFACE || around.getKind() == Tree.Kind.ANNOTATION_TYPE;
            return modifiers.getFlags().contains(Modifier.PUBLIC) || (face && !modifiers.getFlags().contains(Modifier.PRIVATE));
        }

        private void check(boolean visible, ModifiersTree modifiers, CharSequence name) {
            boolean exempt = modifiers.getAnnotations().stream().anyMatch(each -> EXEMPT.contains(each.getAnnotationType().toString()));
            if (visible && !exempt) {
                seen[0]++;
                if (docs.getDocComment(getCurrentPath()) == null) {
                    bare.add(getCurrentPath().getCompilationUnit().getSourceFile().getName() + ": " + name);
                }
            }
        }
    }
}
