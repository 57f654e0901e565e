package io.github.rnnadder.base.files;

import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.implementation.InvocationHandlerAdapter;

/**
 * A file system that delegates to another one but can obstruct a build: with files that are open on Windows, files that
 * cannot be read, and drives between which no move is atomic.
 */
public final class HostileFileSystem implements AutoCloseable {

    private final FileSystem real;
    private final FileSystem hostile;
    private final Set<Path> inUse = new HashSet<>();
    private final Set<Path> unreadable = new HashSet<>();

    /** @param real what it behaves as otherwise */
    public HostileFileSystem(FileSystem real) {
        this.real = real;
        FileSystemProvider provider = subclass(FileSystemProvider.class, (self, method, arguments) -> {
            obstruct(method.getName(), arguments);
            return forward(real.provider(), method, arguments);
        });
        this.hostile = subclass(
                FileSystem.class,
                (self, method, arguments) ->
                        method.getName().equals("provider") ? provider : forward(real, method, arguments));
    }

    private static <T> T subclass(Class<T> type, InvocationHandler handler) {
        try {
            Constructor<? extends T> constructor = new ByteBuddy()
                    .subclass(type)
                    .method(isAbstract().or(namedOneOf("newFileChannel", "createSymbolicLink", "readSymbolicLink")))
                    .intercept(InvocationHandlerAdapter.of(handler))
                    .make()
                    .load(HostileFileSystem.class.getClassLoader())
                    .getLoaded()
                    .getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a path of this file system. */
    public Path getPath(String path) {
        return view(real.getPath(path));
    }

    /** Makes a file impossible to replace, move or delete. */
    public void use(Path file) {
        inUse.add(real(file));
    }

    /** Removes all obstructions. */
    public void release() {
        inUse.clear();
        unreadable.clear();
    }

    /** Makes a file impossible to open, or a directory to list. */
    public void lockUp(Path file) {
        unreadable.add(real(file));
    }

    @Override
    public void close() throws IOException {
        real.close();
    }

    private void obstruct(String method, Object... arguments) throws FileSystemException {
        switch (method) {
            case "newByteChannel", "newFileChannel" -> {
                requireReadable(arguments[0]);
                if (((Collection<?>) arguments[1]).contains(StandardOpenOption.WRITE)) {
                    requireUnused(arguments[0]);
                }
            }
            case "newDirectoryStream" -> requireReadable(arguments[0]);
            case "delete" -> requireUnused(arguments[0]);
            case "copy" -> requireUnused(arguments[1]);
            case "move" -> {
                requireUnused(arguments[0]);
                requireUnused(arguments[1]);
                requireOneDrive((Path) arguments[0], (Path) arguments[1], (CopyOption[]) arguments[2]);
                unreadable.remove(real(arguments[1]));
            }
            default -> {}
        }
    }

    private void requireReadable(Object file) throws FileSystemException {
        if (unreadable.contains(real(file))) {
            throw new AccessDeniedException(file.toString());
        }
    }

    private void requireUnused(Object file) throws FileSystemException {
        if (inUse.contains(real(file))) {
            String reason = "The process cannot access the file because it is being used by another process";
            throw new FileSystemException(file.toString(), null, reason);
        }
    }

    private static void requireOneDrive(Path source, Path target, CopyOption... options) throws FileSystemException {
        boolean atomic = List.of(options).contains(StandardCopyOption.ATOMIC_MOVE);
        if (atomic && !source.getRoot().equals(target.getRoot())) {
            throw new AtomicMoveNotSupportedException(source.toString(), target.toString(), "Another drive");
        }
    }

    /** A path of the real file system that claims to be of this one. */
    private final class View implements InvocationHandler {

        private final Path path;

        View(Path path) {
            this.path = path;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            return method.getName().equals("getFileSystem") ? hostile : forward(path, method, arguments);
        }
    }

    private Path view(Path path) {
        return proxy(Path.class, new View(path));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(HostileFileSystem.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Path real(Object path) {
        return ((View) Proxy.getInvocationHandler(path)).path;
    }

    /** Calls a method of the real file system, with real paths for views and views for real paths. */
    private Object forward(Object target, Method method, Object... arguments) throws Throwable {
        Object[] real = arguments == null ? new Object[0] : arguments.clone();
        Arrays.setAll(real, i -> unwrapped(real[i]));
        try {
            return wrapped(method.invoke(target, real));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Object unwrapped(Object argument) {
        if (argument instanceof DirectoryStream.Filter<?>) {
            @SuppressWarnings("unchecked")
            DirectoryStream.Filter<Path> filter = (DirectoryStream.Filter<Path>) argument;
            return (DirectoryStream.Filter<Path>) entry -> filter.accept(view(entry));
        }
        boolean isView = argument instanceof Path
                && Proxy.isProxyClass(argument.getClass())
                && Proxy.getInvocationHandler(argument) instanceof View;
        return isView ? real(argument) : argument;
    }

    private Object wrapped(Object result) {
        if (result instanceof Path path) {
            return view(path);
        } else if (result instanceof DirectoryStream<?> stream) {
            return proxy(DirectoryStream.class, (self, method, arguments) -> forward(stream, method, arguments));
        } else if (result instanceof Iterator<?> rest) {
            List<Object> views = new ArrayList<>();
            rest.forEachRemaining(it -> views.add(wrapped(it)));
            return views.iterator();
        }
        return result;
    }
}
