package io.github.rnnadder.base.files;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * A file system that delegates to another one but can obstruct a build: with files that are open on Windows, files that
 * cannot be read, and drives between which no move is atomic.
 */
public final class HostileFileSystem extends FileSystem {

    private final FileSystem real;
    private final Provider provider;
    private final Set<Path> inUse = new HashSet<>();
    private final Set<Path> unreadable = new HashSet<>();

    /** @param real what it behaves as otherwise */
    public HostileFileSystem(FileSystem real) {
        this.real = real;
        this.provider = new Provider();
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

    private Path view(Path path) {
        return path == null
                ? null
                : (Path) Proxy.newProxyInstance(
                        getClass().getClassLoader(), new Class<?>[] {Path.class}, new View(path));
    }

    private static Path real(Path path) {
        return ((View) Proxy.getInvocationHandler(path)).path;
    }

    /** A path of the real file system that claims to be of this one. */
    private final class View implements InvocationHandler {

        private final Path path;

        View(Path path) {
            this.path = path;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            if (method.getName().equals("getFileSystem")) {
                return HostileFileSystem.this;
            }
            Object[] unwrapped = arguments == null ? new Object[0] : arguments.clone();
            Arrays.setAll(unwrapped, i -> isView(unwrapped[i]) ? real((Path) unwrapped[i]) : unwrapped[i]);
            try {
                Object result = method.invoke(path, unwrapped);
                if (result instanceof Iterator<?>) {
                    return StreamSupport.stream(path.spliterator(), false)
                            .map(HostileFileSystem.this::view)
                            .iterator();
                }
                return result instanceof Path found ? view(found) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        private static boolean isView(Object argument) {
            return argument instanceof Path
                    && Proxy.isProxyClass(argument.getClass())
                    && Proxy.getInvocationHandler(argument) instanceof View;
        }
    }

    private final class Provider extends FileSystemProvider {

        private final FileSystemProvider to = real.provider();

        private void requireUnused(Path file) throws FileSystemException {
            if (inUse.contains(real(file))) {
                throw new FileSystemException(
                        file.toString(),
                        null,
                        "The process cannot access the file because it is being used by another process");
            }
        }

        private void requireAllowed(Path file, Set<? extends OpenOption> options) throws FileSystemException {
            if (unreadable.contains(real(file))) {
                throw new AccessDeniedException(file.toString());
            }
            if (options.contains(StandardOpenOption.WRITE)) {
                requireUnused(file);
            }
        }

        @Override
        public SeekableByteChannel newByteChannel(
                Path file, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
            requireAllowed(file, options);
            return to.newByteChannel(real(file), options, attributes);
        }

        @Override
        public FileChannel newFileChannel(Path file, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
                throws IOException {
            requireAllowed(file, options);
            return to.newFileChannel(real(file), options, attributes);
        }

        @Override
        public void delete(Path file) throws IOException {
            requireUnused(file);
            to.delete(real(file));
        }

        @Override
        public void move(Path source, Path target, CopyOption... options) throws IOException {
            requireUnused(source);
            requireUnused(target);
            if (Arrays.asList(options).contains(StandardCopyOption.ATOMIC_MOVE)
                    && !source.getRoot().equals(target.getRoot())) {
                throw new AtomicMoveNotSupportedException(source.toString(), target.toString(), "Another drive");
            }
            to.move(real(source), real(target), options);
            unreadable.remove(real(target));
        }

        @Override
        public void copy(Path source, Path target, CopyOption... options) throws IOException {
            requireUnused(target);
            to.copy(real(source), real(target), options);
        }

        @Override
        public DirectoryStream<Path> newDirectoryStream(Path directory, DirectoryStream.Filter<? super Path> filter)
                throws IOException {
            requireAllowed(directory, Set.of());
            DirectoryStream<Path> entries = to.newDirectoryStream(real(directory), entry -> filter.accept(view(entry)));
            return new DirectoryStream<>() {
                @Override
                public Iterator<Path> iterator() {
                    return StreamSupport.stream(entries.spliterator(), false)
                            .map(HostileFileSystem.this::view)
                            .iterator();
                }

                @Override
                public void close() throws IOException {
                    entries.close();
                }
            };
        }

        @Override
        public void createDirectory(Path directory, FileAttribute<?>... attributes) throws IOException {
            to.createDirectory(real(directory), attributes);
        }

        @Override
        public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes) throws IOException {
            to.createSymbolicLink(real(link), real(target), attributes);
        }

        @Override
        public Path readSymbolicLink(Path link) throws IOException {
            return view(to.readSymbolicLink(real(link)));
        }

        @Override
        public boolean isSameFile(Path one, Path other) throws IOException {
            return to.isSameFile(real(one), real(other));
        }

        @Override
        public boolean isHidden(Path file) throws IOException {
            return to.isHidden(real(file));
        }

        @Override
        public FileStore getFileStore(Path file) throws IOException {
            return to.getFileStore(real(file));
        }

        @Override
        public void checkAccess(Path file, AccessMode... modes) throws IOException {
            to.checkAccess(real(file), modes);
        }

        @Override
        public <V extends FileAttributeView> V getFileAttributeView(Path file, Class<V> type, LinkOption... options) {
            return to.getFileAttributeView(real(file), type, options);
        }

        @Override
        public <A extends BasicFileAttributes> A readAttributes(Path file, Class<A> type, LinkOption... options)
                throws IOException {
            return to.readAttributes(real(file), type, options);
        }

        @Override
        public Map<String, Object> readAttributes(Path file, String names, LinkOption... options) throws IOException {
            return to.readAttributes(real(file), names, options);
        }

        @Override
        public void setAttribute(Path file, String name, Object value, LinkOption... options) throws IOException {
            to.setAttribute(real(file), name, value, options);
        }

        @Override
        public String getScheme() {
            return "hostile";
        }

        @Override
        public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileSystem getFileSystem(URI uri) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Path getPath(URI uri) {
            throw new UnsupportedOperationException();
        }
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public Path getPath(String first, String... more) {
        return view(real.getPath(first, more));
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return StreamSupport.stream(real.getRootDirectories().spliterator(), false)
                .map(this::view)
                .toList();
    }

    @Override
    public String getSeparator() {
        return real.getSeparator();
    }

    @Override
    public boolean isOpen() {
        return real.isOpen();
    }

    @Override
    public boolean isReadOnly() {
        return real.isReadOnly();
    }

    @Override
    public void close() throws IOException {
        real.close();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return real.getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return real.supportedFileAttributeViews();
    }

    @Override
    public PathMatcher getPathMatcher(String pattern) {
        throw new UnsupportedOperationException();
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        throw new UnsupportedOperationException();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException();
    }
}
