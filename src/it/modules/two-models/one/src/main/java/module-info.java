module com.acme.one {
    exports com.acme.one;
}
